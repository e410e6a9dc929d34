import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Countdown, useMagicLinkRequest } from '../../src/index.js'
import { renderScreen, wake } from '../components/render-screen.js'
import { ADA } from '../client/five-backends.js'

/** A page of an app's own, which nothing but the hook draws anew. */
function LinkByMail() {
  const { state, form, submit } = useMagicLinkRequest()
  if (state.kind === 'message_sent') {
    return state.resendAt === null ? (
      <button>Send another</button>
    ) : (
      <Countdown until={state.resendAt} />
    )
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <input aria-label="Email" {...form.register('email')} />
      <button type="submit">Send</button>
    </form>
  )
}

it('UX-10: a hook tells by itself that a message can be asked for again', async () => {
  const { user, fill, server } = renderScreen(<LinkByMail />)
  await fill(screen.getByLabelText('Email'), ADA.email)
  await user.click(screen.getByRole('button', { name: 'Send' }))
  // By the server's clock, which is months from the device's.
  expect(
    await screen.findByText('30 seconds', { ignore: '[data-gw=visually-hidden] *' }),
  ).toBeVisible()
  server.clock.advance(60)
  wake()
  expect(screen.getByRole('button', { name: 'Send another' })).toBeVisible()
})

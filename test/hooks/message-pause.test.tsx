import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useMagicLinkRequest } from '../../src/index.js'
import { renderScreen, wake } from '../components/render-screen.js'
import { ADA } from '../client/five-backends.js'

/** A page of an app's own, which nothing but the hook draws anew. */
function LinkByMail() {
  const { state, form, submit } = useMagicLinkRequest()
  if (state.kind === 'message_sent') {
    return state.resendAt === null ? <button>Send another</button> : <p>Wait a moment</p>
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
  expect(await screen.findByText('Wait a moment')).toBeVisible()
  server.clock.advance(60)
  wake()
  expect(screen.getByRole('button', { name: 'Send another' })).toBeVisible()
})

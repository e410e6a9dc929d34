import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { useOneTimeCode, type UseOneTimeCodeOptions } from '../../src/hooks/use-one-time-code.js'
import { ADA } from '../client/five-backends.js'
import { atOnce, button, renderScreen } from '../components/render-screen.js'

const PHONE = '+442079460000'

/** A screen of an app's own, for codes by text message. */
function TextMeACode(options: UseOneTimeCodeOptions) {
  const { state, addressForm, codeForm, request, verify } = useOneTimeCode({
    ...options,
    channel: 'sms',
    delay: atOnce,
  })
  switch (state.kind) {
    case 'signed_in':
      return <p>Welcome.</p>
    case 'code_sent':
      return (
        <form onSubmit={(event) => void verify(event)}>
          <p>Sent to {state.address}</p>
          {state.entry.kind === 'invalid_code' && (
            <p>
              {state.entry.code} of {state.entry.factor}
            </p>
          )}
          <input aria-label="Code" {...codeForm.register('code')} />
          <button>Sign in</button>
        </form>
      )
    default:
      return (
        <form onSubmit={(event) => void request(event)}>
          <input aria-label="Phone" type="tel" {...addressForm.register('address')} />
          <p>{addressForm.formState.errors.address?.message}</p>
          <button>Send code</button>
        </form>
      )
  }
}

const phoneField = () => screen.getByLabelText<HTMLInputElement>('Phone')
const codeField = () => screen.getByLabelText<HTMLInputElement>('Code')

function renderTextMeACode(options: UseOneTimeCodeOptions = {}) {
  return renderScreen(<TextMeACode {...options} />, {
    server: { accounts: [{ ...ADA, phone: PHONE }] },
  })
}

describe('useOneTimeCode by text message', () => {
  it('signs in with the code that came', async () => {
    const onSignedIn = vi.fn()
    const { user, server, client } = renderTextMeACode({ onSignedIn })
    await user.type(phoneField(), '+44 (20) 7946-0000')
    await user.click(button('Send code'))
    expect(await screen.findByText(`Sent to ${PHONE}`)).toBeVisible()
    expect(server.outbox).toEqual([expect.objectContaining({ kind: 'sms_code', to: PHONE })])

    await user.type(codeField(), '000000')
    await user.click(button('Sign in'))
    expect(await screen.findByText('code_invalid of sms')).toBeVisible()
    expect(codeField()).toHaveFocus()
    await user.keyboard(server.outbox[0]?.token ?? '')
    await user.click(button('Sign in'))
    expect(await screen.findByText('Welcome.')).toBeVisible()
    expect(onSignedIn).toHaveBeenCalledOnce()
    expect(client.getSession()).toMatchObject({ status: 'signed_in' })
  })

  it.each([
    ['', 'required'],
    ['020 7946 0000', 'format'],
    ['+44 phone', 'format'],
  ])('says of %j that it is no number: %s', async (typed, reason) => {
    const { user, server } = renderTextMeACode()
    if (typed !== '') await user.type(phoneField(), typed)
    await user.click(button('Send code'))
    expect(await screen.findByText(reason)).toBeVisible()
    expect(server.requests).toHaveLength(0)
  })

  it('UX-18: shows what the server has against the number at its field', async () => {
    const { user, server } = renderTextMeACode()
    server.force('mfa_send_code', { status: 400, message: 'Phone number is required.' })
    await user.type(phoneField(), PHONE)
    await user.click(button('Send code'))
    expect(await screen.findByText('required')).toBeVisible()
    await waitFor(() => expect(phoneField()).toHaveFocus())
  })
})

import { screen } from '@testing-library/react'
import type { UseFormReturn } from 'react-hook-form'
import { describe, expect, it } from 'vitest'
import { useOneTimeCode } from '../../src/hooks/use-one-time-code.js'
import { usePasswordChange } from '../../src/hooks/use-password-change.js'
import { usePasswordReset } from '../../src/hooks/use-password-reset.js'
import { ADA, PASSWORD } from '../client/five-backends.js'
import { atOnce, button, renderScreen } from '../components/render-screen.js'

const NEW_PASSWORD = 'a brand new password'

/** A form that stays in view whatever its flow has come to: an app's own screen may be like that. */
function Screen({
  kind,
  form,
  names,
  submit,
}: {
  kind: string
  // Each hook's form has values of its own.
  form: Pick<UseFormReturn<Record<string, string>>, 'register'>
  names: readonly string[]
  submit: () => Promise<void>
}) {
  return (
    <>
      <p>{kind}</p>
      {names.map((name) => (
        <input key={name} aria-label={name} {...form.register(name)} />
      ))}
      <button onClick={() => void submit()}>Send</button>
    </>
  )
}

function Reset({ token }: { token: string }) {
  const { state, form, submit } = usePasswordReset({ token })
  return <Screen kind={state.kind} form={form as never} names={['newPassword']} submit={submit} />
}

function Change() {
  const { state, form, submit } = usePasswordChange()
  const names = ['currentPassword', 'newPassword']
  return <Screen kind={state.kind} form={form as never} names={names} submit={submit} />
}

function Code() {
  const { state, addressForm, codeForm, request, verify } = useOneTimeCode({ delay: atOnce })
  const { kind } = state
  return kind === 'ready' || kind === 'submitting' ? (
    <Screen kind={kind} form={addressForm as never} names={['address']} submit={request} />
  ) : (
    <Screen kind={kind} form={codeForm as never} names={['code']} submit={verify} />
  )
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name)

describe('SEC-19: the form of a flow holds no secret once it is spent', () => {
  it('after a reset, and after a link that was refused', async () => {
    const { client, server, fill, user, open } = renderScreen(null)
    await client.requestPasswordReset({ email: ADA.email })
    for (const [token, kind] of [
      ['nonsense', 'link_invalid'],
      [server.outbox[0]?.token ?? '', 'password_reset'],
    ] as const) {
      open(<Reset token={token} />)
      await fill(field('newPassword'), NEW_PASSWORD)
      await user.click(button('Send'))
      await screen.findByText(kind)
      expect(field('newPassword')).toHaveValue('')
    }
  })

  it('after a change of password', async () => {
    const { client, fill, user, open } = renderScreen(null)
    await client.signIn({ email: ADA.email, password: PASSWORD })
    open(<Change />)
    await fill(field('currentPassword'), PASSWORD)
    await fill(field('newPassword'), NEW_PASSWORD)
    await user.click(button('Send'))
    await screen.findByText('password_changed')
    expect(field('currentPassword')).toHaveValue('')
    expect(field('newPassword')).toHaveValue('')
  })

  it('after a code that signed in', async () => {
    const { server, fill, user } = renderScreen(<Code />)
    await fill(field('address'), ADA.email)
    await user.click(button('Send'))
    await screen.findByText('code_sent')
    await fill(field('code'), server.outbox[0]?.token ?? '')
    await user.click(button('Send'))
    await screen.findByText('signed_in')
    expect(field('code')).toHaveValue('')
  })
})

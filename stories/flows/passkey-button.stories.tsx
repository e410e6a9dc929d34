import { expect, fn, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { PasskeyButton } from '../../src/components/passkey-button.js'
import { FieldInput, Field, FieldLabel } from '../../src/primitives/index.js'
import { requestOptions } from '../../test/components/platform-passkeys.js'
import { jwt } from '../../test/components/scripted-server.js'
import { expectActions, expectAlert, expectPanel } from '../expectations.js'
import { scriptedSceneOf, scriptedStories, type ScriptedArgs } from '../scripted-scene.js'

const OPTIONS = { 'POST /auth/passkeys/auth-options': { body: { options: requestOptions() } } }
const AUTHENTICATE = 'POST /auth/passkeys/authenticate'
const SESSION = {
  accessToken: jwt({ sub: 'u1' }),
  refreshToken: 'r',
  user: { id: 'u1', email: 'ada@example.com' },
}

const onSignedIn = fn()
// The rule book of the lint does not know the last word yet (WebAuthn Level 3, 5.11).
const EMAIL_FIELD = { autoComplete: 'username webauthn' }

const ARGS: ScriptedArgs = {
  backend: 'edgebase',
  routes: { ...OPTIONS, [AUTHENTICATE]: { body: SESSION } },
}

const meta = preview.meta({
  title: 'flows/passkey-button',
  ...scriptedStories(() => (
    <div data-gatewright="" data-gw="card">
      <Field>
        <FieldLabel>Email</FieldLabel>
        <FieldInput type="email" {...EMAIL_FIELD} />
      </Field>
      <PasskeyButton autofill onSignedIn={onSignedIn} onOtherMethod={fn()} />
    </div>
  )),
  args: ARGS,
})

export const SignsIn = meta.story({
  play: async ({ canvas, userEvent, loaded }) => {
    onSignedIn.mockClear()
    const { platform } = scriptedSceneOf({ loaded })
    await userEvent.click(await canvas.findByRole('button', { name: 'Sign in with a passkey' }))
    await waitFor(() => expect(platform.open()).toHaveLength(1))
    platform.open()[0]?.confirm()
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  },
})

export const FromTheField = meta.story({
  args: { autofill: true },
  play: async ({ loaded }) => {
    onSignedIn.mockClear()
    const { platform } = scriptedSceneOf({ loaded })
    await waitFor(() => expect(platform.open()[0]?.mediation).toBe('conditional'))
    platform.open()[0]?.confirm()
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  },
})

export const Cancelled = meta.story({
  play: async ({ canvas, userEvent, loaded }) => {
    const { platform } = scriptedSceneOf({ loaded })
    await userEvent.click(await canvas.findByRole('button', { name: 'Sign in with a passkey' }))
    await waitFor(() => expect(platform.open()).toHaveLength(1))
    platform.open()[0]?.fail('NotAllowedError')
    await expectAlert(canvas, "That didn't finish. Try again or use another method.")
    await expectActions(canvas, 'Try again', 'Use another method')
  },
})

export const UnknownToTheServer = meta.story({
  args: {
    routes: {
      ...OPTIONS,
      [AUTHENTICATE]: {
        status: 400,
        body: { code: 400, message: 'Unknown credential.', slug: 'invalid-input' },
      },
    },
  },
  play: async ({ canvas, userEvent, loaded }) => {
    const { platform } = scriptedSceneOf({ loaded })
    await userEvent.click(await canvas.findByRole('button', { name: 'Sign in with a passkey' }))
    await waitFor(() => expect(platform.open()).toHaveLength(1))
    platform.open()[0]?.confirm('old')
    await expectAlert(canvas, 'No passkey here fits this account. Use another method.')
    await expect(platform.signalled).toEqual([{ rpId: 'localhost', credentialId: 'old' }])
  },
})

export const SecondFactor = meta.story({
  args: {
    routes: {
      ...OPTIONS,
      [AUTHENTICATE]: {
        body: { mfaRequired: true, mfaTicket: 't1', factors: [{ id: 'f1', type: 'totp' }] },
      },
    },
  },
  play: async ({ canvas, userEvent, loaded }) => {
    const { platform } = scriptedSceneOf({ loaded })
    await userEvent.click(await canvas.findByRole('button', { name: 'Sign in with a passkey' }))
    await waitFor(() => expect(platform.open()).toHaveLength(1))
    platform.open()[0]?.confirm()
    await expect(await canvas.findByRole('heading', { name: "Confirm it's you" })).toBeVisible()
  },
})

export const NotSetUp = meta.story({
  args: {
    routes: {
      'POST /auth/passkeys/auth-options': {
        status: 400,
        body: { code: 400, message: 'Invalid redirect_url.' },
      },
    },
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Sign in with a passkey' }))
    await expectPanel(canvas, "Sign-in isn't set up")
  },
})

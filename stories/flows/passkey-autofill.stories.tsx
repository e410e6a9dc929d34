import { expect, fn, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { PasskeyButton, SignIn } from '../../src/index.js'
import { requestOptions } from '../../test/components/platform-passkeys.js'
import { jwt } from '../../test/components/scripted-server.js'
import { expectSaid } from '../expectations.js'
import { scriptedSceneOf, scriptedStories, type ScriptedArgs } from '../scripted-scene.js'

const OPTIONS = 'POST /auth/passkeys/auth-options'
const AUTHENTICATE = 'POST /auth/passkeys/authenticate'
const SESSION = {
  accessToken: jwt({ sub: 'u1' }),
  refreshToken: 'r',
  user: { id: 'u1', email: 'ada@example.com' },
}

const onSignedIn = fn()

const ARGS: ScriptedArgs = {
  backend: 'edgebase',
  autofill: true,
  routes: { [OPTIONS]: { body: { options: requestOptions() } }, [AUTHENTICATE]: { body: SESSION } },
}

const meta = preview.meta({
  title: 'flows/passkey-autofill',
  ...scriptedStories(() => (
    <SignIn
      passkeyAutofill
      onSignedIn={onSignedIn}
      ways={<PasskeyButton onSignedIn={onSignedIn} />}
    />
  )),
  args: ARGS,
})

function platformOf(context: { loaded: Record<string, unknown> }) {
  return scriptedSceneOf(context).platform
}

/** The offer that stands in the field. */
async function offerOf(context: { loaded: Record<string, unknown> }) {
  const platform = platformOf(context)
  await waitFor(() => expect(platform.open()[0]?.mediation).toBe('conditional'))
  await expect(platform.open()).toHaveLength(1)
  return platform.open()[0]
}

export const Offered = meta.story({
  play: async (context) => {
    await offerOf(context)
    const { canvas } = context
    await expect(canvas.getByLabelText('Email')).toHaveAttribute(
      'autocomplete',
      'username webauthn',
    )
    await expect(canvas.getByRole('button', { name: 'Sign in' })).not.toHaveAttribute('aria-busy')
  },
})

export const SignsIn = meta.story({
  play: async (context) => {
    onSignedIn.mockClear()
    const offer = await offerOf(context)
    offer?.confirm()
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  },
})

export const GivesWayToTheDialog = meta.story({
  play: async (context) => {
    const { canvas, userEvent } = context
    const platform = platformOf(context)
    const offer = await offerOf(context)
    await userEvent.click(canvas.getByRole('button', { name: 'Sign in with a passkey' }))
    await waitFor(() => expect(platform.open()[0]?.mediation).toBeUndefined())
    await expect(offer?.aborted).toBe(true)
    await expect(platform.open()).toHaveLength(1)
    platform.open()[0]?.fail('NotAllowedError')
    await expectSaid(canvas, /^That didn't finish/)
    await offerOf(context)
  },
})

export const UnknownToTheServer = meta.story({
  args: {
    routes: {
      ...ARGS.routes,
      [AUTHENTICATE]: {
        status: 400,
        body: { code: 400, message: 'Unknown credential.', slug: 'invalid-input' },
      },
    },
  },
  play: async (context) => {
    const offer = await offerOf(context)
    offer?.confirm('old')
    await expectSaid(context.canvas, 'No passkey here fits this account. Use another method.')
    await expect(platformOf(context).signalled).toEqual([
      { rpId: 'localhost', credentialId: 'old' },
    ])
  },
})

export const SecondFactor = meta.story({
  args: {
    routes: {
      ...ARGS.routes,
      [AUTHENTICATE]: {
        body: { mfaRequired: true, mfaTicket: 't1', factors: [{ id: 'f1', type: 'totp' }] },
      },
    },
  },
  play: async (context) => {
    const { canvas, userEvent } = context
    const platform = platformOf(context)
    const offer = await offerOf(context)
    offer?.confirm()
    await expect(await canvas.findByRole('heading', { name: "Confirm it's you" })).toBeVisible()
    await expect(platform.open()).toHaveLength(0)
    await userEvent.click(canvas.getByRole('button', { name: 'Back' }))
    await expect(await canvas.findByLabelText('Email')).toHaveFocus()
    await offerOf(context)
  },
})

export const NotInThisBrowser = meta.story({
  args: { autofill: false },
  play: async (context) => {
    await expect(await context.canvas.findByLabelText('Email')).toBeVisible()
    await new Promise((resolve) => setTimeout(resolve, 50))
    await expect(platformOf(context).ceremonies).toHaveLength(0)
    await expect(scriptedSceneOf(context).server.requests).toHaveLength(0)
  },
})

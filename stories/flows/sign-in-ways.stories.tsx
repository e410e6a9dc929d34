import { expect, fn, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { rememberMethod } from '../../src/client/last-method.js'
import {
  EmailSignInButton,
  GuestButton,
  PasskeyButton,
  ProviderButtons,
  SignIn,
  SignUp,
} from '../../src/index.js'
import { requestOptions } from '../../test/components/platform-passkeys.js'
import { jwt } from '../../test/components/scripted-server.js'
import {
  expectActions,
  expectDark,
  expectPanel,
  expectSaid,
  expectToFit,
  type Canvas,
} from '../expectations.js'
import { providerIcon } from '../provider-icon.js'
import { scriptedSceneOf, scriptedStories, type ScriptedArgs } from '../scripted-scene.js'
import { NARROW } from '../surroundings.js'

const SIGN_IN = 'POST /auth/signin'
const PASSKEY = 'POST /auth/passkeys/authenticate'
const GUEST = 'POST /auth/signin/anonymous'
const SESSION = {
  accessToken: jwt({ sub: 'u1' }),
  refreshToken: 'r',
  user: { id: 'u1', email: 'ada@example.com' },
}
const PROVIDERS = ['google', 'github', { id: 'oidc:acme', name: 'Acme SSO' }]

const onSignedIn = fn()
const navigate = fn()

const ROUTES: ScriptedArgs['routes'] = {
  'POST /auth/passkeys/auth-options': { body: { options: requestOptions() } },
  [PASSKEY]: { body: SESSION },
  [SIGN_IN]: {
    status: 401,
    body: { code: 401, message: 'Invalid credentials.', slug: 'invalid-credentials' },
  },
  [GUEST]: { status: 201, body: SESSION },
  'POST /auth/signin/magic-link': { body: { ok: true } },
}

function routed(routes: ScriptedArgs['routes'] = {}): Pick<ScriptedArgs, 'routes'> {
  return { routes: { ...ROUTES, ...routes } }
}

interface PageProps {
  screen?: 'sign-in' | 'sign-up'
  placement?: 'above' | 'below'
}

function Page({ screen = 'sign-in', placement }: PageProps) {
  const props = {
    onSignedIn,
    waysPlacement: placement,
    ways: (
      <>
        <ProviderButtons
          providers={PROVIDERS}
          icon={providerIcon}
          redirectUrl={window.location.href}
          navigate={navigate}
        />
        <PasskeyButton onSignedIn={onSignedIn} />
        <EmailSignInButton onSignedIn={onSignedIn} />
        <GuestButton onSignedIn={onSignedIn} />
      </>
    ),
  }
  return screen === 'sign-up' ? <SignUp {...props} /> : <SignIn {...props} />
}

const ARGS: ScriptedArgs = { backend: 'edgebase', ...routed() }

const meta = preview.meta({
  title: 'flows/sign-in-ways',
  ...scriptedStories(() => <Page />),
  args: ARGS,
})

interface Play {
  canvas: Canvas
  userEvent: { click: (element: Element) => Promise<void> }
  loaded: Record<string, unknown>
}

const WAYS = [
  'Continue with Google',
  'Continue with GitHub',
  'Continue with Acme SSO',
  'Sign in with a passkey',
  'Email me a sign-in link',
  'Continue as a guest',
]

async function press({ canvas, userEvent }: Play, name: string): Promise<HTMLElement> {
  const button = await canvas.findByRole('button', { name })
  await userEvent.click(button)
  return button
}

async function openDialog(context: Play) {
  const { platform } = scriptedSceneOf(context)
  await press(context, 'Sign in with a passkey')
  await waitFor(() => expect(platform.open()).toHaveLength(1))
  return { platform, dialog: platform.open()[0] }
}

async function expectForm(canvas: Canvas): Promise<void> {
  await expect(canvas.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(canvas.getByLabelText('Email')).toBeVisible()
}

async function expectWays(canvas: Canvas): Promise<void> {
  for (const name of WAYS) await expect(await canvas.findByRole('button', { name })).toBeVisible()
}

async function expectInOrder(first: Element, second: Element): Promise<void> {
  const order = first.compareDocumentPosition(second)
  await expect(order & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
}

export const AtRest = meta.story({
  play: async ({ canvas }) => {
    await expectWays(canvas)
    await expectForm(canvas)
    await expect(canvas.getByText('or')).toBeVisible()
    await expectInOrder(
      canvas.getByLabelText('Email'),
      canvas.getByRole('button', { name: 'Continue with Google' }),
    )
  },
})

export const AboveTheForm = meta.story({
  render: scriptedStories(() => <Page placement="above" />).render,
  play: async ({ canvas }) => {
    await expectWays(canvas)
    await expectInOrder(
      canvas.getByRole('button', { name: 'Continue with Google' }),
      canvas.getByLabelText('Email'),
    )
  },
})

export const LastUsed = meta.story({
  play: async ({ canvas }) => {
    rememberMethod('passkey')
    await expect(
      await canvas.findByRole('button', { name: 'Sign in with a passkey' }),
    ).toHaveAccessibleDescription('Last used')
  },
})

export const OnTheWayToAProvider = meta.story({
  play: async (context) => {
    navigate.mockClear()
    const google = await press(context, 'Continue with Google')
    await waitFor(() => expect(navigate).toHaveBeenCalledOnce())
    await expect(google).toHaveAttribute('aria-busy', 'true')
    for (const name of WAYS.slice(1)) {
      await waitFor(() =>
        expect(context.canvas.getByRole('button', { name })).toHaveAttribute(
          'aria-disabled',
          'true',
        ),
      )
    }
  },
})

export const PasskeyDialogOpen = meta.story({
  play: async (context) => {
    await openDialog(context)
    await expect(
      context.canvas.getByRole('button', { name: 'Sign in with a passkey' }),
    ).toHaveAttribute('aria-busy', 'true')
    await expectForm(context.canvas)
  },
})

export const PasskeySignsIn = meta.story({
  play: async (context) => {
    onSignedIn.mockClear()
    const { dialog } = await openDialog(context)
    dialog?.confirm()
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  },
})

export const PasskeyCancelled = meta.story({
  play: async (context) => {
    const { canvas, userEvent } = context
    const { dialog } = await openDialog(context)
    dialog?.fail('NotAllowedError')
    await expectSaid(canvas, "That didn't finish. Try again or use another method.")
    await expectActions(canvas, 'Try again', 'Use another method')
    await userEvent.click(canvas.getByRole('button', { name: 'Use another method' }))
    await waitFor(() => expect(canvas.getByLabelText('Email')).toHaveFocus())
    await expect(canvas.queryByText(/That didn't finish/)).toBeNull()
  },
})

export const PasskeyUnknownToTheServer = meta.story({
  args: routed({
    [PASSKEY]: {
      status: 400,
      body: { code: 400, message: 'Unknown credential.', slug: 'invalid-input' },
    },
  }),
  play: async (context) => {
    const { platform, dialog } = await openDialog(context)
    dialog?.confirm('old')
    await expectSaid(context.canvas, 'No passkey here fits this account. Use another method.')
    await expect(platform.signalled).toEqual([{ rpId: 'localhost', credentialId: 'old' }])
    await expectForm(context.canvas)
  },
})

export const PasskeyNeedsASecondFactor = meta.story({
  args: routed({
    [PASSKEY]: {
      body: { mfaRequired: true, mfaTicket: 't1', factors: [{ id: 'f1', type: 'totp' }] },
    },
  }),
  play: async (context) => {
    const { canvas } = context
    const { dialog } = await openDialog(context)
    dialog?.confirm()
    await expect(await canvas.findByRole('heading', { name: "Confirm it's you" })).toBeVisible()
    await expect(canvas.queryByLabelText('Email')).toBeNull()
    for (const name of WAYS) await expect(canvas.queryByRole('button', { name })).toBeNull()
  },
})

export const ByEmail = meta.story({
  play: async (context) => {
    const { canvas, userEvent } = context
    await press(context, 'Email me a sign-in link')
    await expect(await canvas.findByRole('heading', { name: 'Sign in by email' })).toBeVisible()
    await waitFor(() => expect(canvas.getByLabelText('Email')).toHaveFocus())
    await expect(canvas.queryByLabelText('Password')).toBeNull()
    await userEvent.click(canvas.getByRole('button', { name: 'Use your password' }))
    await expect(await canvas.findByLabelText('Password')).toBeVisible()
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: 'Email me a sign-in link' })).toHaveFocus(),
    )
  },
})

export const EmailSent = meta.story({
  play: async (context) => {
    const { canvas, userEvent } = context
    await userEvent.type(await canvas.findByLabelText('Email'), 'ada@example.com')
    await press(context, 'Email me a sign-in link')
    await expect(await canvas.findByRole('heading', { name: 'Sign in by email' })).toBeVisible()
    await expect(canvas.getByLabelText('Email')).toHaveValue('ada@example.com')
    await press(context, 'Email me a sign-in link')
    await expect(await canvas.findByRole('heading', { name: 'Check your email' })).toBeVisible()
  },
})

export const NoGuests = meta.story({
  args: routed({
    [GUEST]: {
      status: 404,
      body: { code: 404, message: 'Anonymous authentication is not enabled.' },
    },
  }),
  play: async (context) => {
    await press(context, 'Continue as a guest')
    await expectSaid(context.canvas, "This sign-in method isn't available. Use another one.")
    await expectActions(context.canvas, 'Use another method', 'Start over')
  },
})

export const ProviderNotSetUp = meta.story({
  args: {
    backend: 'better-auth',
    routes: {
      'GET /passkey/generate-authenticate-options': { body: requestOptions() },
      'POST /sign-in/social': {
        status: 404,
        body: { code: 'PROVIDER_NOT_FOUND', message: 'Provider not found' },
      },
    },
  },
  play: async (context) => {
    const { canvas, userEvent } = context
    await press(context, 'Continue with Google')
    await expectPanel(canvas, "Sign-in isn't set up")
    await expect(canvas.queryByLabelText('Email')).toBeNull()
    await userEvent.click(canvas.getByRole('button', { name: 'Back' }))
    await expectWays(canvas)
    await expectForm(canvas)
  },
})

export const WrongPasswordAfterACancel = meta.story({
  play: async (context) => {
    const { canvas, userEvent } = context
    const { dialog } = await openDialog(context)
    dialog?.fail('NotAllowedError')
    await expectSaid(canvas, /^That didn't finish/)
    await userEvent.type(canvas.getByLabelText('Email'), 'ada@example.com')
    await userEvent.type(canvas.getByLabelText('Password'), 'wrong{Enter}')
    await expect(await canvas.findByText('The email or password is incorrect.')).toBeVisible()
    await waitFor(() => expect(canvas.queryByText(/^That didn't finish/)).toBeNull())
  },
})

export const OnTheSignUpScreen = meta.story({
  render: scriptedStories(() => <Page screen="sign-up" />).render,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Create your account' })).toBeVisible()
    await expectWays(canvas)
  },
})

export const Narrow = meta.story({
  ...NARROW,
  play: async (context) => {
    rememberMethod('google')
    await expectWays(context.canvas)
    const { dialog } = await openDialog(context)
    dialog?.fail('NotAllowedError')
    await expectSaid(context.canvas, /^That didn't finish/)
    await expectToFit()
  },
})

export const Dark = meta.story({
  globals: { theme: 'dark' },
  play: async ({ canvas, canvasElement }) => {
    await expectWays(canvas)
    await expectDark(canvasElement)
  },
})

export const RightToLeft = meta.story({
  globals: { direction: 'rtl' },
  play: async ({ canvas }) => {
    rememberMethod('google')
    await expectWays(canvas)
    const badge = await canvas.findByText('Last used')
    const button = canvas.getByRole('button', { name: 'Continue with Google' })
    await expect(badge.getBoundingClientRect().left).toBeLessThan(
      button.getBoundingClientRect().left + button.getBoundingClientRect().width / 2,
    )
  },
})

export const German = meta.story({
  globals: { locale: 'de' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Mit Passkey anmelden' })).toBeVisible()
    await expect(canvas.getByText('oder')).toBeVisible()
  },
})

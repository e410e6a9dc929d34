import { useState } from 'react'
import { expect, fn, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { rememberMethod } from '../../src/client/last-method.js'
import { OAuthCallback } from '../../src/components/oauth-callback.js'
import { ProviderButtons } from '../../src/components/provider-buttons.js'
import { jwt } from '../../test/components/scripted-server.js'
import { expectActions, expectPanel } from '../expectations.js'
import { scriptedStories, type Provider, type ScriptedArgs } from '../scripted-scene.js'

const onSignedIn = fn()
const TOKENS = `access_token=${jwt({ sub: 'u1', email: 'ada@example.com' })}&refresh_token=r`

/** Two pages of an app: the one with the buttons, and the one that a provider sends back to. */
function App({ provider }: { provider: Provider }) {
  const [isBack, setBack] = useState(false)
  if (isBack) return <OAuthCallback onSignedIn={onSignedIn} onRestart={() => setBack(false)} />
  return (
    <div data-gatewright="" data-gw="card">
      <ProviderButtons
        providers={['google', 'github', { id: 'oidc:acme', name: 'Acme SSO' }]}
        redirectUrl={window.location.href}
        navigate={(url) => {
          const { query = '', fragment = '' } = provider(new URL(url).searchParams.get('state'))
          const { pathname, search } = window.location
          const own = search === '' ? '?' : `${search}&`
          window.history.replaceState(
            null,
            '',
            `${pathname}${query ? own + query : search}#${fragment}`,
          )
          setBack(true)
        }}
      />
    </div>
  )
}

const ARGS: ScriptedArgs = {
  backend: 'edgebase',
  routes: {},
  provider: () => ({ fragment: TOKENS }),
}

const meta = preview.meta({
  title: 'flows/providers',
  ...scriptedStories((_, { provider = () => ({}) }) => <App provider={provider} />),
  args: ARGS,
  argTypes: { provider: { control: false }, routes: { control: false } },
})

interface Play {
  canvas: Parameters<typeof expectPanel>[0]
  userEvent: { click: (element: Element) => Promise<void> }
}

async function continueWithGoogle({ canvas, userEvent }: Play) {
  await userEvent.click(await canvas.findByRole('button', { name: 'Continue with Google' }))
}

export const SignsIn = meta.story({
  play: async (context) => {
    onSignedIn.mockClear()
    const before = window.location.href
    await continueWithGoogle(context)
    await expect(await context.canvas.findByText("You're signed in.")).toBeVisible()
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    await expect(window.location.href.replace(/#$/, '')).toBe(before.replace(/#$/, ''))
  },
})

export const LastUsed = meta.story({
  play: async ({ canvas }) => {
    rememberMethod('github')
    await expect(await canvas.findByText('Last used')).toBeVisible()
    await expect(
      canvas.getByRole('button', { name: 'Continue with GitHub' }),
    ).toHaveAccessibleDescription('Last used')
  },
})

export const SecondFactor = meta.story({
  args: {
    backend: 'authos',
    provider: (state) => ({ fragment: `preauth_token=p1&mfa_required=true&state=${state}` }),
  },
  play: async (context) => {
    await continueWithGoogle(context)
    await expect(
      await context.canvas.findByRole('heading', { name: "Confirm it's you" }),
    ).toBeVisible()
  },
})

export const SomebodyElsesAnswer = meta.story({
  args: { backend: 'authos', provider: () => ({ fragment: `${TOKENS}&state=not-ours` }) },
  play: async (context) => {
    onSignedIn.mockClear()
    await continueWithGoogle(context)
    await expectPanel(
      context.canvas,
      'Start over',
      'Sign-in security check failed. Start from the home page.',
    )
    await expectActions(context.canvas, 'Start over', 'Go to the home page')
    await expect(onSignedIn).not.toHaveBeenCalled()
  },
})

export const TheUserSaysNo = meta.story({
  args: { provider: () => ({ fragment: 'error=access_denied&error_description=No' }) },
  play: async (context) => {
    await continueWithGoogle(context)
    await expectPanel(context.canvas, "That didn't finish")
    await context.userEvent.click(
      context.canvas.getByRole('button', { name: 'Use another method' }),
    )
    await expect(
      await context.canvas.findByRole('button', { name: 'Continue with Google' }),
    ).toBeVisible()
  },
})

export const TheProviderFails = meta.story({
  args: { provider: () => ({ query: 'error=server_error&error_description=Down+for+the+night' }) },
  play: async (context) => {
    await continueWithGoogle(context)
    await expectPanel(context.canvas, "That didn't work")
    await expect(context.canvas.getByText('Down for the night')).toBeVisible()
    await expectActions(context.canvas, 'Use another method', 'Try again')
  },
})

export const NotSetUp = meta.story({
  args: {
    backend: 'better-auth',
    routes: {
      'POST /sign-in/social': {
        status: 404,
        body: { code: 'PROVIDER_NOT_FOUND', message: 'Provider not found' },
      },
    },
  },
  play: async (context) => {
    await continueWithGoogle(context)
    await expectPanel(context.canvas, "Sign-in isn't set up")
  },
})

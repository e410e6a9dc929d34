import { useState } from 'react'
import { expect, fn, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { OAuthCallback, ProviderButtons, type OAuthCallbackProps } from '../../src/index.js'
import { jwt } from '../../test/components/scripted-server.js'
import { scriptedDropInStories } from '../drop-in-stories.js'
import { expectPanel } from '../expectations.js'
import type { FlowPlay } from '../flow-scene.js'
import { PageOf } from '../page-of.js'

const TOKENS = `access_token=${jwt({ sub: 'u1', email: 'ada@example.com' })}&refresh_token=r`

const SIGN_IN = 'Sign in at Google'
const CANCEL = 'Cancel there'

const meta = preview.meta({
  title: 'components/oauth-callback',
  component: OAuthCallback,
  tags: ['autodocs'],
  ...scriptedDropInStories(
    { name: 'OAuthCallback', backend: 'edgebase', routes: {}, code: atItsAddress },
    (props: OAuthCallbackProps) => <App {...props} />,
  ),
  args: { onSignedIn: fn() },
})

/** The page with the buttons, the provider's, and the one that it sends back to. */
function App(props: OAuthCallbackProps) {
  const [place, setPlace] = useState<'app' | 'provider' | 'back'>('app')
  const comeBack = (answer: string) => () => {
    window.history.replaceState(null, '', `#${answer}`)
    setPlace('back')
  }
  const atProvider = {
    [SIGN_IN]: comeBack(TOKENS),
    [CANCEL]: comeBack('error=access_denied&error_description=No'),
  }
  return (
    <PageOf does={place === 'provider' ? atProvider : {}}>
      {place === 'back' ? (
        <OAuthCallback onRestart={() => setPlace('app')} {...props} />
      ) : (
        <div data-gatewright="" data-gw="card">
          <ProviderButtons
            providers={['google']}
            redirectUrl={window.location.href}
            navigate={() => setPlace('provider')}
          />
        </div>
      )}
    </PageOf>
  )
}

async function goes({ canvas, userEvent }: Pick<FlowPlay, 'canvas' | 'userEvent'>, then: string) {
  await userEvent.click(await canvas.findByRole('button', { name: 'Continue with Google' }))
  await userEvent.click(await canvas.findByRole('button', { name: then }))
}

export const Usage = meta.story({
  play: async (context) => {
    await goes(context, SIGN_IN)
    await expect(await context.canvas.findByText("You're signed in.")).toBeVisible()
    await waitFor(() => expect(context.args.onSignedIn).toHaveBeenCalledOnce())
    // No token stays in the address.
    await expect(window.location.hash).toBe('')
  },
})

export const TheUserSaysNo = meta.story({
  play: async (context) => {
    const { args, canvas, userEvent } = context
    await goes(context, CANCEL)
    await expectPanel(canvas, "That didn't finish")
    await userEvent.click(canvas.getByRole('button', { name: 'Use another method' }))
    await expect(await canvas.findByRole('button', { name: 'Continue with Google' })).toBeVisible()
    await expect(args.onSignedIn).not.toHaveBeenCalled()
  },
})

function atItsAddress(element: string): string {
  return `import { AuthProvider, OAuthCallback } from 'gatewright'
import { client } from './client.js'

/** At the address that ProviderButtons name as their redirectUrl. */
export function CallbackPage() {
  return (
    <AuthProvider client={client}>
      ${element}
    </AuthProvider>
  )
}`
}

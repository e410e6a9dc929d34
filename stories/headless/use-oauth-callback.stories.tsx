import { useState } from 'react'
import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { jwt } from '../../test/components/scripted-server.js'
import { headlessSteps, scriptedHeadlessStories } from '../headless-stories.js'
import type { Provider, ScriptedArgs } from '../scripted-scene.js'
import { Arrival } from './use-oauth-callback.js'
import { Providers } from './use-oauth.js'

const TOKENS = `access_token=${jwt({ sub: 'u1', email: 'ada@example.com' })}&refresh_token=r`

/** Two pages of an app, with a provider between them. */
function Shop({ provider }: { provider: Provider }) {
  const [isBack, setBack] = useState(false)
  if (isBack) return <Arrival onRestart={() => setBack(false)} />
  const visit = (url: string) => {
    const { fragment = '' } = provider(new URL(url).searchParams.get('state'))
    history.replaceState(null, '', `${location.pathname}${location.search}#${fragment}`)
    setBack(true)
  }
  return <Providers navigate={visit} />
}

const ARGS: ScriptedArgs = {
  backend: 'authos',
  routes: {},
  provider: (state) => ({ fragment: `${TOKENS}&state=${state}` }),
}

const meta = preview.meta({
  title: 'headless/use-oauth-callback',
  ...scriptedHeadlessStories('use-oauth-callback', (_, { provider = () => ({}) }) => (
    <Shop provider={provider} />
  )),
  args: ARGS,
  argTypes: { provider: { control: false }, routes: { control: false } },
})

export const SignedIn = meta.story({
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    await press('Go on with Google')
    await sees('You are in.')
    await expect(location.href).not.toContain('access_token')
  },
})

export const SomebodyElsesAnswer = meta.story({
  args: { provider: () => ({ fragment: `${TOKENS}&state=not-ours` }) },
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    await press('Go on with Google')
    await sees('Sign-in security check failed. Start from the home page.')
    await press('Choose another way')
    await context.canvas.findByRole('button', { name: 'Go on with Google' })
  },
})

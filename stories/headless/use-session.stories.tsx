import preview from '../../.storybook/preview.js'
import { ADA, PASSWORD, sceneOf } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { WhoIsIn } from './use-session.js'

const meta = preview.meta({
  title: 'headless/use-session',
  ...headlessStories('use-session', () => <WhoIsIn />, { backend: 'auth-svc' }),
})

export const SignedInAndOut = meta.story({
  play: async (context) => {
    const { client } = sceneOf(context)
    const { sees } = headlessSteps(context)
    await sees('Nobody is signed in.')
    await client.signIn({ email: ADA.email, password: PASSWORD })
    await sees('Signed in as ada@example.com.')
    await client.signOut()
    await sees('Nobody is signed in.')
  },
})

export const EndedByTheServer = meta.story({
  play: async (context) => {
    const { client, server } = sceneOf(context)
    const { sees } = headlessSteps(context)
    await client.signIn({ email: ADA.email, password: PASSWORD })
    await sees('Signed in as ada@example.com.')
    server.endSessions(ADA.email)
    await client.refresh()
    await sees('Your session was ended.')
  },
})

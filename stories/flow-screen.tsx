import type { ReactElement, ReactNode } from 'react'
import type { StoryContext } from 'storybook/internal/csf'
import { Card } from '../src/components/parts/card.js'
import { useSignOut } from '../src/hooks/use-sign-out.js'
import { AuthProvider, SignedIn, SignedOut, SignIn, useCopy } from '../src/index.js'
import { ADA, flowStories, PASSWORD, sceneOf, type FlowArgs, type FlowScene } from './flow-scene.js'
import { languageOf, LINKS, type Globals, type LanguageProps } from './surroundings.js'

export interface FlowScreenProps extends LanguageProps {
  scene: FlowScene
  /** What those see who are not signed in. */
  children?: ReactNode
  /** What those see who are, besides the way out. */
  inside?: ReactNode
  accountDisclosure?: FlowArgs['accountDisclosure']
}

/** A small app: a sign-in screen, and behind it a page with a way out. */
export function FlowScreen({
  scene,
  children,
  inside,
  accountDisclosure = 'hide',
  language,
  dir,
  copy,
}: FlowScreenProps) {
  const { client, captcha } = scene
  return (
    <AuthProvider
      client={client}
      captcha={captcha}
      links={LINKS}
      accountDisclosure={accountDisclosure}
      language={language}
      dir={dir}
      copy={copy}
    >
      <SignedOut>{children ?? <SignIn />}</SignedOut>
      <SignedIn>
        <div className="stack">
          {inside}
          <Inside />
        </div>
      </SignedIn>
    </AuthProvider>
  )
}

function Inside() {
  const { t } = useCopy()
  const { signOut } = useSignOut()
  return (
    <Card>
      <h2 data-gw="heading">{t('codes.signed_in.text')}</h2>
      <button
        type="button"
        data-gw="button"
        data-variant="secondary"
        onClick={() => void signOut()}
      >
        {t('actions.signOut')}
      </button>
    </Card>
  )
}

/** The parts of a `flows/` file that shows `<SignIn/>`. */
export const signInFlow = {
  ...flowStories,
  render: (
    { accountDisclosure = 'hide' }: FlowArgs,
    { loaded, globals }: { loaded: Record<string, unknown>; globals: Globals },
  ) => (
    <FlowScreen
      scene={sceneOf({ loaded })}
      accountDisclosure={accountDisclosure}
      {...languageOf(globals)}
    />
  ),
}

/** The parts of a `flows/` file about the page of somebody who is signed in. */
export function insideFlow(page: ReactElement) {
  return {
    ...flowStories,
    render: (
      _: unknown,
      { loaded, globals }: { loaded: Record<string, unknown>; globals: Globals },
    ) => (
      <AuthProvider client={sceneOf({ loaded }).client} links={LINKS} {...languageOf(globals)}>
        {page}
      </AuthProvider>
    ),
    async beforeEach(context: Pick<StoryContext, 'msw' | 'loaded'>) {
      flowStories.beforeEach(context)
      const { client, isKept } = sceneOf(context)
      if (!isKept) await client.signIn({ email: ADA.email, password: PASSWORD })
    },
  }
}

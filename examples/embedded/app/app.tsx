import { createElement, Fragment, Suspense, useEffect, useMemo, useRef } from 'react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { AuthProvider, SessionEnded, StepUp, type AuthLinks } from 'gatewright'
import { altcha } from 'gatewright/captcha/altcha'
import { CHALLENGE_PATH } from '../contract.js'
import { AccountsPanel } from './accounts-panel.js'
import { AnswersPanel } from './answers-panel.js'
import { backendOf } from './backends.js'
import { Boundary } from './boundary.js'
import { Header } from './header.js'
import { useOffers, type Offers } from './offers.js'
import { PAGES, type DemoPage } from './page-list.js'
import { NotFoundPage } from './pages/not-found-page.js'
import { UnavailablePage } from './pages/unavailable-page.js'
import { QuestNote } from './quest-note.js'
import { usePath } from './router.js'
import { SCREENS, type PageProps } from './screens.js'
import { useSettings } from './settings.js'
import { isPossible } from './use-pages.js'

const TITLES = new Map([
  ['/', 'Sign in'],
  ['/states', 'States'],
  ['/outbox', 'Outbox'],
  ...PAGES.map(({ path, name }) => [path, name] as const),
])

const CAPTCHA = altcha({ challengeUrl: CHALLENGE_PATH })

const queries = new QueryClient()

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Demo />
    </QueryClientProvider>
  )
}

function Demo() {
  const settings = useSettings()
  const backend = backendOf(settings.backend)
  const offers = useOffers(backend)
  const links = useMemo(() => linksFor(offers), [offers])
  const path = usePath()
  const main = useFocusOnArrival(path)
  const title = TITLES.get(path) ?? 'Not found'
  useEffect(() => {
    document.title = `${title} · Gatewright demo`
  }, [title])

  return (
    <AuthProvider
      client={backend.client}
      captcha={CAPTCHA}
      links={links}
      accountDisclosure={settings.disclosure}
      language={settings.language}
      {...(settings.direction === 'auto' ? {} : { dir: settings.direction })}
    >
      <Header path={path} settings={settings} backend={backend} />
      <div className="demo-columns">
        <main className="demo-main" ref={main} tabIndex={-1}>
          <QuestNote />
          <div className="demo-intro" lang="en">
            <h1>{backend.name}</h1>
            <p>{backend.about}</p>
          </div>
          <Fragment key={backend.id}>
            <SessionEnded>
              <Screen path={path} backend={backend} />
            </SessionEnded>
            <StepUp />
          </Fragment>
        </main>
        <div className="demo-aside">
          <AccountsPanel key={backend.id} backend={backend} />
          <AnswersPanel />
        </div>
      </div>
    </AuthProvider>
  )
}

function Screen({ path, backend }: PageProps & { path: string }) {
  const offers = useOffers(backend)
  const Page = SCREENS.get(path)
  if (!Page) return <NotFoundPage />
  const screen = <Suspense>{createElement(Page, { key: path, backend })}</Suspense>
  const page = PAGES.find((listed) => listed.path === path)
  if (!page) return screen
  const instead = <UnavailablePage backend={backend} name={page.name} />
  const possible = isPossible(page, backend, offers)
  if (possible === false) return instead
  // What a link brought has to leave the address before anything is asked, such as what this backend can do.
  if (page.audience === 'link') return <Boundary fallback={instead}>{screen}</Boundary>
  return possible && screen
}

const HOME: AuthLinks = { home: '/', signIn: '/' }

const LINKS: readonly [keyof AuthLinks, DemoPage['path']][] = [
  ['signUp', '/sign-up'],
  ['resetPassword', '/forgot-password'],
  ['sessions', '/sessions'],
  ['enrolMfa', '/two-factor'],
]

/** Only places that the backend can do. */
function linksFor(offers: Offers | null): AuthLinks {
  const possible = LINKS.filter(([, path]) => {
    const page = PAGES.find((listed) => listed.path === path)
    return offers && page?.needs.some((action) => offers.can(action))
  })
  return { ...HOME, ...Object.fromEntries(possible) }
}

/** Another page takes the focus, as one that had been loaded would. */
function useFocusOnArrival(path: string) {
  const main = useRef<HTMLElement>(null)
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    main.current?.focus({ preventScroll: true })
  }, [path])
  return main
}

import { useEffect, useRef, type ComponentType } from 'react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { AuthProvider, type AuthLinks } from 'gatewright'
import { AccountsPanel } from './accounts-panel.js'
import { backendOf, type DemoBackend } from './backends.js'
import { Header } from './header.js'
import { HomePage } from './pages/home-page.js'
import { NotFoundPage } from './pages/not-found-page.js'
import { OutboxPage } from './pages/outbox-page.js'
import { SignUpPage } from './pages/sign-up-page.js'
import { VerifyEmailPage } from './pages/verify-email-page.js'
import { usePath } from './router.js'
import { useSettings } from './settings.js'

export interface PageProps {
  backend: DemoBackend
}

const PAGES = new Map<string, { title: string; Page: ComponentType<PageProps> }>([
  ['/', { title: 'Sign in', Page: HomePage }],
  ['/sign-up', { title: 'Create your account', Page: SignUpPage }],
  ['/verify-email', { title: 'Verify your email', Page: VerifyEmailPage }],
  ['/outbox', { title: 'Outbox', Page: OutboxPage }],
])

const LINKS: AuthLinks = { home: '/', signIn: '/' }
const LINKS_WITH_SIGN_UP: AuthLinks = { ...LINKS, signUp: '/sign-up' }

const queries = new QueryClient()

export function App() {
  const settings = useSettings()
  const backend = backendOf(settings.backend)
  const path = usePath()
  const { title, Page } = PAGES.get(path) ?? { title: 'Not found', Page: NotFoundPage }
  const main = useFocusOnArrival(path)
  useEffect(() => {
    document.title = `${title} · Gatewright demo`
  }, [title])

  return (
    <QueryClientProvider client={queries}>
      <AuthProvider
        client={backend.client}
        links={backend.client.backend.endpoints.signUp ? LINKS_WITH_SIGN_UP : LINKS}
        language={settings.language}
        {...(settings.direction === 'auto' ? {} : { dir: settings.direction })}
      >
        <Header path={path} settings={settings} />
        <div className="demo-columns">
          <main className="demo-main" ref={main} tabIndex={-1}>
            <div className="demo-intro" lang="en">
              <h1>{backend.name}</h1>
              <p>{backend.about}</p>
            </div>
            <Page key={backend.id} backend={backend} />
          </main>
          <AccountsPanel key={backend.id} backend={backend} />
        </div>
      </AuthProvider>
    </QueryClientProvider>
  )
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

import { useSession, useSignOut } from 'gatewright'
import type { DemoBackend } from './backends.js'
import { Menu } from './menu.js'
import type { DemoPage } from './page-list.js'
import { CHOICES, change, type Setting, type Settings } from './settings.js'
import { usePages } from './use-pages.js'

const SWITCHES: readonly { setting: Setting; label: string }[] = [
  { setting: 'backend', label: 'Backend' },
  { setting: 'language', label: 'Language' },
  { setting: 'direction', label: 'Direction' },
  { setting: 'disclosure', label: 'Who has an account' },
  { setting: 'theme', label: 'Theme' },
]

export interface HeaderProps {
  path: string
  settings: Settings
  backend: DemoBackend
}

/** Where one can go, and what the same screens can be seen with. */
export function Header({ path, settings, backend }: HeaderProps) {
  const session = useSession()
  const { visitors, members } = usePages(backend)
  const isIn = session.status === 'signed_in'
  return (
    <header className="demo-header" lang="en">
      <a className="demo-brand" href="/">
        <img src="/gate.svg" alt="" width="28" height="28" />
        Gatewright
      </a>
      <nav className="demo-nav" aria-label="Pages">
        <PageLink path="/" name={isIn ? 'Home' : 'Sign in'} current={path} />
        <Menu key={session.status} name={isIn ? 'Account' : 'More'}>
          {isIn && <Whose name={session.user?.name ?? session.user?.email ?? null} />}
          <PageLinks pages={isIn ? members : visitors} current={path} />
          {isIn && <WayOut />}
        </Menu>
        <PageLink path="/states" name="States" current={path} />
        <PageLink path="/outbox" name="Outbox" current={path} />
      </nav>
      <div className="demo-switches" role="group" aria-label="Settings of the demo">
        {SWITCHES.map(({ setting, label }) => (
          <label key={setting} className="demo-switch">
            <span>{label}</span>
            <select
              value={settings[setting]}
              onChange={({ target }) => change(setting, target.value)}
            >
              {CHOICES[setting].map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </header>
  )
}

interface PageLinkProps extends Pick<DemoPage, 'path' | 'name'> {
  current: string
}

function PageLink({ path, name, current }: PageLinkProps) {
  return (
    <a href={path} aria-current={path === current ? 'page' : undefined}>
      {name}
    </a>
  )
}

function PageLinks({ pages, current }: { pages: readonly DemoPage[]; current: string }) {
  return (
    <ul>
      {pages.map(({ path, name }) => (
        <li key={path}>
          <PageLink path={path} name={name} current={current} />
        </li>
      ))}
    </ul>
  )
}

function Whose({ name }: { name: string | null }) {
  return name === null ? null : (
    <p>
      <bdi>{name}</bdi>
    </p>
  )
}

function WayOut() {
  const { signOut } = useSignOut()
  return (
    <button type="button" onClick={() => void signOut()}>
      Sign out
    </button>
  )
}

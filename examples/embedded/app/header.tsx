import { useSession } from 'gatewright'
import { CHOICES, change, type Setting, type Settings } from './settings.js'

const SWITCHES: readonly { setting: Setting; label: string }[] = [
  { setting: 'backend', label: 'Backend' },
  { setting: 'language', label: 'Language' },
  { setting: 'direction', label: 'Direction' },
  { setting: 'theme', label: 'Theme' },
]

export interface HeaderProps {
  path: string
  settings: Settings
}

/** Where one can go, and what the same screens can be seen with. */
export function Header({ path, settings }: HeaderProps) {
  const session = useSession()
  const pages = [
    { path: '/', name: session.status === 'signed_in' ? 'Home' : 'Sign in' },
    { path: '/outbox', name: 'Outbox' },
  ]
  return (
    <header className="demo-header" lang="en">
      <a className="demo-brand" href="/">
        <img src="/gate.svg" alt="" width="28" height="28" />
        Gatewright
      </a>
      <nav className="demo-nav" aria-label="Pages">
        {pages.map((page) => (
          <a
            key={page.path}
            href={page.path}
            aria-current={page.path === path ? 'page' : undefined}
          >
            {page.name}
          </a>
        ))}
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

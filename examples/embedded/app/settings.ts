import { useSyncExternalStore } from 'react'
import { SHIPPED_LANGUAGES } from 'gatewright'
import { BACKENDS } from './backends.js'

/** What the header's switches can be set to; the first of each is the default. */
export const CHOICES = {
  backend: BACKENDS.map(({ id, name }) => ({ value: id, label: name })),
  language: SHIPPED_LANGUAGES.map((tag) => ({ value: tag, label: nameOf(tag) })),
  direction: [
    { value: 'auto', label: 'Automatic' },
    { value: 'ltr', label: 'Left to right' },
    { value: 'rtl', label: 'Right to left' },
  ],
  disclosure: [
    { value: 'hide', label: 'Never told' },
    { value: 'show', label: 'Told' },
  ],
  theme: [
    { value: 'auto', label: 'Automatic' },
    { value: 'light', label: 'Light' },
    { value: 'dark', label: 'Dark' },
  ],
} as const satisfies Record<string, readonly { value: string; label: string }[]>

export type Setting = keyof typeof CHOICES

export type Settings = { readonly [S in Setting]: (typeof CHOICES)[S][number]['value'] }

const STORED_AS = 'gatewright-demo'
const NAMES = Object.keys(CHOICES) as Setting[]
const listeners = new Set<() => void>()

let settings = read()
show(settings)

/** What its speakers call a language, with a capital as at the start of a list's line. */
function nameOf(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
}

export function useSettings(): Settings {
  return useSyncExternalStore(subscribe, () => settings)
}

export function change(setting: Setting, value: string): void {
  settings = settingsFrom({ ...settings, [setting]: value })
  window.localStorage.setItem(STORED_AS, JSON.stringify(settings))
  show(settings)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(): Settings {
  try {
    return settingsFrom(JSON.parse(window.localStorage.getItem(STORED_AS) ?? '{}'))
  } catch {
    return settingsFrom({})
  }
}

/** Settings from anything: what is no known choice becomes the default. */
function settingsFrom(given: Partial<Record<Setting, unknown>>): Settings {
  const entries = NAMES.map((name) => {
    const values = CHOICES[name].map(({ value }): string => value)
    return [name, values.find((value) => value === given[name]) ?? values[0]]
  })
  return Object.fromEntries(entries) as Settings
}

/** The kit's drop-ins carry their own language and direction; this is for the page around them. */
function show({ language, direction, theme }: Settings): void {
  const page = document.documentElement
  page.lang = language
  page.dir = direction === 'auto' ? 'ltr' : direction
  if (theme === 'auto') delete page.dataset['theme']
  else page.dataset['theme'] = theme
}

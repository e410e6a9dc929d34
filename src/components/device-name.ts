import type { Copy } from '../i18n/use-copy.js'

/** What a user agent is called by the people who use it. */
export interface DeviceName {
  browser: string | null
  system: string | null
}

/** Longest user agent that is read, in characters. */
const MAX_LENGTH = 1_000

// The first that fits wins: most browsers also name those they descend from.
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:A|iOS|e)?\//, 'Edge'],
  [/\b(?:OPR|OPiOS|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bYaBrowser\//, 'Yandex Browser'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]{1,20} (?:Mobile\/\w{1,20} )?Safari\//, 'Safari'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\b(?:Macintosh|Mac OS X)\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

/** Reads browser and system from a user agent; null where it names neither. */
export function deviceName(userAgent: string | null): DeviceName | null {
  const text = (userAgent ?? '').slice(0, MAX_LENGTH)
  const browser = firstFit(BROWSERS, text)
  const system = firstFit(SYSTEMS, text)
  return browser === null && system === null ? null : { browser, system }
}

/** What a device is called in the user's language, such as "Safari on iPhone"; null where nothing is known of it. */
export function deviceLabel(userAgent: string | null, t: Copy['t']): string | null {
  const { browser = null, system = null } = deviceName(userAgent) ?? {}
  return browser !== null && system !== null
    ? t('labels.deviceName', { browser, system })
    : (browser ?? system)
}

function firstFit(table: readonly (readonly [RegExp, string])[], text: string): string | null {
  return table.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

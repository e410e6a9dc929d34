/** The colours of a vendor's widget. `auto`: those of its surroundings. */
export type CaptchaTheme = 'auto' | 'light' | 'dark'

/** `auto` settled: by the colours around the widget, else by the user's preference. */
export function lookOf(host: HTMLElement, theme: CaptchaTheme): 'light' | 'dark' {
  if (theme !== 'auto') return theme
  const view = host.ownerDocument.defaultView
  const scheme = view?.getComputedStyle(host).colorScheme ?? ''
  const dark = scheme.includes('dark')
  if (dark !== scheme.includes('light')) return dark ? 'dark' : 'light'
  return view?.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** The language as the vendors write it: a region only where they tell the regions apart. */
export function vendorLanguage(tag: string): string {
  const { language, script, region } = new Intl.Locale(tag).maximize()
  if (language === 'zh') return script === 'Hant' ? 'zh-TW' : 'zh-CN'
  return language === 'pt' && region === 'BR' ? 'pt-BR' : language
}

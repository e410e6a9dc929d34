/** A provider whose name the kit does not know. */
export interface NamedProvider {
  /** The backend's id of it. */
  id: string
  name: string
}

/** Names as the providers write them; they are the same in every language. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['amazon', 'Amazon'],
  ['apple', 'Apple'],
  ['atlassian', 'Atlassian'],
  ['bitbucket', 'Bitbucket'],
  ['discord', 'Discord'],
  ['dropbox', 'Dropbox'],
  ['facebook', 'Facebook'],
  ['figma', 'Figma'],
  ['github', 'GitHub'],
  ['gitlab', 'GitLab'],
  ['google', 'Google'],
  ['kakao', 'Kakao'],
  ['line', 'LINE'],
  ['linear', 'Linear'],
  ['linkedin', 'LinkedIn'],
  ['microsoft', 'Microsoft'],
  ['naver', 'NAVER'],
  ['notion', 'Notion'],
  ['paypal', 'PayPal'],
  ['reddit', 'Reddit'],
  ['salesforce', 'Salesforce'],
  ['slack', 'Slack'],
  ['spotify', 'Spotify'],
  ['tiktok', 'TikTok'],
  ['twitch', 'Twitch'],
  ['twitter', 'X'],
  ['x', 'X'],
  ['zoom', 'Zoom'],
])

/** What a provider is called. One the kit does not know is called by its id: `oidc:acme-corp` is Acme Corp. */
export function providerName(id: string): string {
  const known = NAMES.get(id.toLowerCase())
  if (known !== undefined) return known
  const words = id.replace(/^[a-z]+:/i, '').split(/[\s_-]+/)
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
}

/** What an app calls a provider, or else the provider itself. */
export function nameOf(id: string, providers: readonly (string | NamedProvider)[]): string {
  return providers.map(named).find((own) => own.id === id)?.name ?? providerName(id)
}

/** A provider with its name. */
export function named(provider: string | NamedProvider): NamedProvider {
  return typeof provider === 'string' ? { id: provider, name: providerName(provider) } : provider
}

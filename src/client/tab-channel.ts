import type { Page } from './page.js'
import { TAB_NEWS, type NewsDesk, type TabMessage } from './tab-news.js'

/** Calls back with what other tabs tell. Returns the undo. */
export function listenToTabs(
  desk: NewsDesk,
  page: Page,
  hear: (message: TabMessage) => void,
): () => void {
  const take = (data: unknown) => {
    const message = messageIn(data)
    if (message) hear(message)
  }
  try {
    if (page.BroadcastChannel) {
      const channel = new page.BroadcastChannel(desk.name)
      channel.addEventListener('message', ({ data }) => take(data))
      desk.channel = channel
      return () => {
        desk.channel = null
        channel.close()
      }
    }
  } catch {
    // Denied, as in a sandboxed frame.
  }
  const look = (event: Event) => {
    const { key, newValue } = event as StorageEvent
    if (key === desk.name) take(parsed(newValue))
  }
  page.addEventListener?.('storage', look)
  return () => page.removeEventListener?.('storage', look)
}

/** What was told last, as it is kept for pages that were away: a text to compare, and what it says. */
export function lastNote(
  desk: NewsDesk,
  page: Page,
): { text: string | null; message: TabMessage | null } {
  try {
    const text = page.localStorage?.getItem(desk.name) ?? null
    return { text, message: messageIn(parsed(text)) }
  } catch {
    return { text: null, message: null }
  }
}

/** Any script of the origin may speak on the channel: what is none of the four words is not heard. */
function messageIn(data: unknown): TabMessage | null {
  if (typeof data !== 'object' || data === null) return null
  const { kind, version } = data as Record<string, unknown>
  const news = TAB_NEWS.find((known) => known === kind)
  return news && typeof version === 'number' ? { kind: news, version } : null
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null') as unknown
  } catch {
    return null
  }
}

import type { Page, TabChannel } from './page.js'

/** What one tab tells the others. */
export const TAB_NEWS = ['signed_in', 'signed_out', 'ended', 'renewed'] as const

/** A word that one tab tells the others. */
export type TabNews = (typeof TAB_NEWS)[number]

/** All that travels between tabs. */
export interface TabMessage {
  kind: TabNews
  /** Of the record where there is one: older news than what a tab knows are none. */
  version: number
}

/** A way to tell the other tabs of a client. What it carries says that something changed, never what. */
export interface NewsDesk {
  name: string
  announce: (kind: TabNews, version?: number) => void
  /** The channel on which this tab listens, if it does: it does not hear itself there. */
  channel: TabChannel | null
}

/** @param name the same in all tabs of a client */
export function createNewsDesk(name: string, page: () => Page): NewsDesk {
  const desk: NewsDesk = {
    name: `gatewright:${name}`,
    channel: null,
    announce(kind, version = Date.now()) {
      const window = page()
      if (!window.document) return
      const message: TabMessage = { kind, version }
      const isHeard = post(window, message)
      // Kept where a page that was away can look at once. Storage events stand in for a missing channel.
      if (kind !== 'renewed' || !isHeard) leaveNote(window, JSON.stringify(message))
    },
  }

  function post(window: Page, message: TabMessage): boolean {
    try {
      const { BroadcastChannel } = window
      const channel = desk.channel ?? (BroadcastChannel && new BroadcastChannel(desk.name))
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin: its own
      channel?.postMessage(message)
      if (channel !== desk.channel) channel?.close()
      return channel !== undefined
    } catch {
      return false
    }
  }

  function leaveNote(window: Page, note: string): void {
    try {
      window.localStorage?.setItem(desk.name, note)
    } catch {
      // Storage is denied or full: the other tabs look when they are next seen.
    }
  }

  return desk
}

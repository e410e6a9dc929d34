import type { Page } from './page.js'
import { watchPage } from './page-life.js'
import { createRefreshSchedule } from './refresh-schedule.js'
import type { SessionKeeper } from './session-keeper.js'
import type { RefreshControl } from './session-refresh.js'
import type { SessionStore } from './session-store.js'
import { lastNote, listenToTabs } from './tab-channel.js'
import type { NewsDesk } from './tab-news.js'

export interface StepParts {
  page: Page
  desk: NewsDesk
  keeper: SessionKeeper
  store: SessionStore
  refresh: RefreshControl
  /** Epoch milliseconds. */
  now: () => number
}

/** Keeps a client in step with the other tabs, with the life of its page and with time. Returns the undo. */
export function keepInStep({ page, desk, keeper, store, refresh, now }: StepParts): () => void {
  const { document } = page
  const schedule = createRefreshSchedule({
    store,
    now,
    // Without locks one tab at a time is best: the one in use.
    isOn: () =>
      document?.visibilityState !== 'hidden' &&
      (page.navigator?.locks !== undefined || document?.hasFocus() !== false),
    refresh: () => refresh.run({ cause: 'early' }),
  })
  const listen = () => listenToTabs(desk, page, (message) => void keeper.catchUp(message))
  let unlisten: (() => void) | null = listen()
  let seen = lastNote(desk, page).text

  async function look() {
    await keeper.catchUp()
    schedule.look()
  }

  function leave() {
    seen = lastNote(desk, page).text
    unlisten?.()
    unlisten = null
    schedule.pause()
    keeper.rest()
  }

  async function comeBack() {
    unlisten ??= listen()
    const { text, message } = lastNote(desk, page)
    const news = text === seen || message?.kind === 'renewed' ? null : message
    // Before anything is drawn: what is on the page may be for somebody who has left.
    if (news && store.getSession().status === 'signed_in') store.doubt()
    await keeper.catchUp(news ?? undefined)
    schedule.look()
  }

  const unwatch = watchPage(page, {
    onWake: () => void look(),
    onOnline: refresh.thaw,
    onHidden: schedule.pause,
    onLeave: leave,
    onReturn: () => void comeBack(),
  })
  return () => {
    unwatch()
    unlisten?.()
    schedule.stop()
    keeper.rest()
  }
}

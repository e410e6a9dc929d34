import type { Page } from './page.js'

/** What happens to a page between its load and its end. */
export interface PageLife {
  /** Somebody sees it again, or the network is back. */
  onWake: () => void
  /** The browser thinks that there is a network again. */
  onOnline: () => void
  /** Nobody sees it. */
  onHidden: () => void
  /** It may be frozen or put away from here on, and must hold nothing that would keep it from that. */
  onLeave: () => void
  /** It was put away as it stood, and is back. */
  onReturn: () => void
}

/** At most one wake in this time, in milliseconds: browsers tell of one in several ways. */
const WAKE_EVERY_MS = 5000

/**
 * Watches a page. Returns the undo. There is no `unload` and no `beforeunload` among the events: they would keep the
 * page out of the back/forward cache.
 */
export function watchPage(page: Page, life: PageLife): () => void {
  const { document } = page
  let wokenAt = Number.NEGATIVE_INFINITY

  function wake() {
    const now = performance.now()
    if (document?.visibilityState === 'hidden' || now - wokenAt < WAKE_EVERY_MS) return
    wokenAt = now
    life.onWake()
  }
  const onOnline = () => {
    life.onOnline()
    wake()
  }
  const onVisibility = () => {
    if (document?.visibilityState === 'hidden') life.onHidden()
    else wake()
  }
  const onShow = (event: Event) => {
    if (!(event as PageTransitionEvent).persisted) return
    wokenAt = performance.now()
    life.onReturn()
  }
  const onLeave = () => life.onLeave()
  const onResume = () => {
    wokenAt = performance.now()
    life.onReturn()
  }

  const ofWindow = [
    ['focus', wake],
    ['online', onOnline],
    ['pageshow', onShow],
    ['pagehide', onLeave],
  ] as const
  const ofDocument = [
    ['visibilitychange', onVisibility],
    ['freeze', onLeave],
    ['resume', onResume],
  ] as const
  for (const [type, listener] of ofWindow) page.addEventListener?.(type, listener)
  for (const [type, listener] of ofDocument) document?.addEventListener(type, listener)
  return () => {
    for (const [type, listener] of ofWindow) page.removeEventListener?.(type, listener)
    // Markup of the page may have taken the name.
    if (typeof document?.removeEventListener !== 'function') return
    for (const [type, listener] of ofDocument) document.removeEventListener(type, listener)
  }
}

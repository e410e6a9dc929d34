import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

function notify(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The path of the page on show. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname)
}

/** Goes to another page of the demo without loading it anew. */
export function navigate(to: string): void {
  window.history.pushState(null, '', to)
  window.scrollTo(0, 0)
  notify()
}

/** Follows links and the back button from now on. */
export function startRouter(): void {
  window.addEventListener('popstate', notify)
  document.addEventListener('click', (event) => {
    const page = pageOf(event)
    if (page === null) return
    event.preventDefault()
    navigate(page)
  })
}

/** The page of the demo that a plain click on a link leads to; null for everything else. */
function pageOf(event: MouseEvent): string | null {
  const changed = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
  if (event.defaultPrevented || event.button !== 0 || changed) return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || link.target !== '' || link.hasAttribute('download')) return null
  const { origin, pathname, href } = link
  return origin === window.location.origin && !/^\/(api|dev|fake)\//.test(pathname) ? href : null
}

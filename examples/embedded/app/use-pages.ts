import type { DemoBackend } from './backends.js'
import { useOffers, type Offers } from './offers.js'
import { PAGES, type DemoPage } from './page-list.js'

/** The pages that a backend can do, as they are listed. */
export function usePages(
  backend: DemoBackend,
): Record<'visitors' | 'members', readonly DemoPage[]> {
  const offers = useOffers(backend)
  const listed = PAGES.filter((page) => isPossible(page, backend, offers) === true)
  return {
    visitors: listed.filter(({ audience }) => audience === 'visitors'),
    members: listed.filter(({ audience }) => audience === 'members'),
  }
}

/** Whether a backend can do what a page shows; null until that is known. */
export function isPossible(
  { needs, only }: DemoPage,
  { id }: DemoBackend,
  offers: Offers | null,
): boolean | null {
  if (only !== undefined && only !== id) return false
  if (needs.length === 0) return true
  return offers && needs.some((action) => offers.can(action))
}

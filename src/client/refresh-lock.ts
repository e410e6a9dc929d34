import type { Page } from './page.js'

type Locks = NonNullable<NonNullable<Page['navigator']>['locks']>

/** How the wait for the lock ended, where it did not end with the lock. */
export type NoLock = 'waited_in_vain' | 'unavailable'

/**
 * Runs `work` while no other tab of the origin runs its own. The lock is never stolen: who waits too long goes
 * without. The browser frees it when the tab that holds it is closed.
 *
 * @throws (rejects) what `work` throws; an abort raised by it is its own.
 */
export async function underLock<T>(
  locks: Locks,
  name: string,
  waitMs: number,
  work: () => Promise<T>,
): Promise<T | NoLock> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), waitMs)
  let isHeld = false
  try {
    return await locks.request(name, { signal: patience.signal }, () => {
      isHeld = true
      clearTimeout(timer)
      return work()
    })
  } catch (error) {
    if (isHeld) throw error
    return patience.signal.aborted ? 'waited_in_vain' : 'unavailable'
  } finally {
    clearTimeout(timer)
  }
}

import type { Page } from '../../src/client/page.js'

type Locks = NonNullable<NonNullable<Page['navigator']>['locks']>
type Work = (lock: Lock | null) => unknown

interface Wish {
  owner: object
  run: () => void
}

/** Web Locks in their exclusive form (W3C Web Locks, section 4): first come, first served, freed with their owner. */
export function createLocks() {
  const queues = new Map<string, Wish[]>()

  function leave(name: string, wish: Wish) {
    const queue = queues.get(name) ?? []
    const wasFirst = queue[0] === wish
    queues.set(
      name,
      queue.filter((one) => one !== wish),
    )
    if (wasFirst) queues.get(name)?.[0]?.run()
  }

  function request(
    owner: object,
    name: string,
    signal: AbortSignal | undefined,
    work: Work,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const wish: Wish = {
        owner,
        run() {
          signal?.removeEventListener('abort', giveUp)
          void (async () => work({ name, mode: 'exclusive' }))()
            .then(resolve, reject)
            .finally(() => leave(name, wish))
        },
      }
      function giveUp() {
        leave(name, wish)
        reject(signal?.reason)
      }
      if (signal?.aborted) return giveUp()
      signal?.addEventListener('abort', giveUp)
      const queue = queues.get(name) ?? []
      queues.set(name, [...queue, wish])
      if (queue.length === 0) queueMicrotask(wish.run)
    })
  }

  return {
    of: (owner: object): Locks => ({
      request: ((name: string, options: LockOptions, work: Work) =>
        request(owner, name, options.signal, work)) as Locks['request'],
    }),
    /** The tab is gone: what it held is free, what it waited for is forgotten. */
    free(owner: object) {
      for (const [name, queue] of queues) {
        for (const wish of queue) if (wish.owner === owner) leave(name, wish)
      }
    },
    held: () => [...queues.values()].filter((queue) => queue.length > 0).length,
  }
}

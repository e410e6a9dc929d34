import { OPERATIONS, type Operation } from '../../errors/operation.js'
import type { WireRow } from './dialect.js'

/** `offline`: the request fails as it does without a network. `timeout`: no answer ever comes. */
export type Fault = 'offline' | 'timeout'

/** How long a forced answer holds. */
export interface ForceOptions {
  /** How many requests get the answer; `Infinity` for every one. Default 1. */
  times?: number
}

/** Answers that are settled before the server has looked at the request, first in, first out. */
export interface Forced {
  add: (operation: Operation, wire: WireRow | Fault, options?: ForceOptions) => () => void
  take: (operation: Operation) => WireRow | Fault | null
}

export function createForced(): Forced {
  const queues = new Map<Operation, { wire: WireRow | Fault; left: number }[]>()
  return {
    add: (operation, wire, { times = 1 } = {}) => {
      if (!OPERATIONS.includes(operation)) {
        throw new Error(
          `Gatewright: force(${JSON.stringify(operation)}) names no operation. ` +
            `Use one of: ${OPERATIONS.join(', ')}.`,
        )
      }
      const entry = { wire, left: times }
      const queue = queues.get(operation) ?? []
      queue.push(entry)
      queues.set(operation, queue)
      return () => {
        entry.left = 0
      }
    },
    take: (operation) => {
      const queue = (queues.get(operation) ?? []).filter(({ left }) => left > 0)
      queues.set(operation, queue)
      const [first] = queue
      if (!first) return null
      first.left -= 1
      return first.wire
    },
  }
}

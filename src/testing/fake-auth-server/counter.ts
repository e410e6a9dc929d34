/** Hands out ids that are the same in every run: `usr_1`, `usr_2`, … */
export interface Counter {
  next: (prefix: string) => string
  /** A UUID-shaped id, for backends whose ids are UUIDs. */
  uuid: () => string
}

export function createCounter(): Counter {
  const counts = new Map<string, number>()
  const count = (prefix: string): number => {
    const n = (counts.get(prefix) ?? 0) + 1
    counts.set(prefix, n)
    return n
  }
  return {
    next: (prefix) => `${prefix}_${count(prefix)}`,
    uuid: () => `00000000-0000-4000-8000-${String(count('uuid')).padStart(12, '0')}`,
  }
}

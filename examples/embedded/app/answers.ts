import { useSyncExternalStore } from 'react'
import type { AuthEvent } from 'gatewright'

/** One answer that a client of the page has met. */
export type Answer = Extract<AuthEvent, { kind: unknown }> & { id: number }

/** As many as a glance takes in. */
const KEPT = 5

const listeners = new Set<() => void>()
let answers: readonly Answer[] = []
let count = 0

/** Writes down what a client tells its app; for `createAuthClient({ onEvent })`. */
export function noteAnswer(event: AuthEvent): void {
  if (!('kind' in event)) return
  count += 1
  answers = [{ ...event, id: count }, ...answers].slice(0, KEPT)
  for (const listener of listeners) listener()
}

/** The last answers of all backends, newest first. */
export function useAnswers(): readonly Answer[] {
  return useSyncExternalStore(onAnswer, () => answers)
}

/** Calls back after each answer. Returns the undo. */
export function onAnswer(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function lastAnswer(): Answer | undefined {
  return answers[0]
}

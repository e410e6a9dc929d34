import { useSyncExternalStore } from 'react'
import type { UiKind } from 'gatewright'
import { lastAnswer, onAnswer } from './answers.js'

/** A state that the visitor has set out to meet. */
export interface Quest {
  kind: UiKind
  how: string
  met: boolean
}

const listeners = new Set<() => void>()
let quest: Quest | null = null

onAnswer(() => {
  if (quest && !quest.met && lastAnswer()?.kind === quest.kind) set({ ...quest, met: true })
})

export function useQuest(): Quest | null {
  return useSyncExternalStore(subscribe, () => quest)
}

export function setOut(kind: UiKind, how: string): void {
  set({ kind, how, met: false })
}

export function giveUp(): void {
  set(null)
}

function set(next: Quest | null): void {
  quest = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

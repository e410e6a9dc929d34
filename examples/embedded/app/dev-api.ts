import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FakeState } from '../server/stand-in.js'
import type { Mail } from '../server/outbox.js'
import type { Way } from '../states/ways.js'
import type { DemoBackend } from './backends.js'

export interface DemoAccount {
  email: string
  name: string
  state: FakeState
  totp?: { secret: string; backupCodes: readonly string[] }
}

export interface DemoAccounts {
  /** The same for every account. */
  password: string
  accounts: readonly DemoAccount[]
}

/** The accounts of a backend, with what only a demo may tell. */
export function useAccounts({ id, dev }: DemoBackend) {
  return useQuery({
    queryKey: ['accounts', id],
    queryFn: () => ask<DemoAccounts>(`${dev}/accounts`),
  })
}

/** The mails a backend has sent, newest first. */
export function useOutbox({ id, dev }: DemoBackend) {
  return useQuery({
    queryKey: ['outbox', id],
    queryFn: () => ask<{ mails: readonly Mail[] }>(`${dev}/outbox`),
    refetchInterval: 5_000,
  })
}

/** Puts a backend's accounts back to how they were after the start. */
export function useReset({ id, dev }: DemoBackend) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => ask(`${dev}/reset`, { method: 'POST' }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['accounts', id] }),
        queries.invalidateQueries({ queryKey: ['outbox', id] }),
      ]),
  })
}

/** Asks a server of the demo for what only a demo may tell. */
export async function ask<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(path, init)
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`)
  return (await response.json()) as Answer
}

/** Tells a stand-in what to answer to the next request of an operation. */
export function arm(
  { dev }: DemoBackend,
  { operation, answer }: Pick<Way, 'operation' | 'answer'>,
): Promise<unknown> {
  return ask(`${dev}/force`, { method: 'POST', body: JSON.stringify({ operation, answer }) })
}

/** Makes the visitor's session too old for what wants a recent sign-in. */
export function useAgeing({ dev }: DemoBackend) {
  return useMutation({ mutationFn: () => ask(`${dev}/age`, { method: 'POST' }) })
}

import { waitFor } from '@testing-library/react'
import { expect } from 'vitest'
import { indexedDbSession } from '../../src/client/indexed-db-session.js'
import type { BackendId } from '../contract/seed-rows.js'
import { canariesIn, canary, type Canary } from './canaries.js'
import type { Failure } from './failures.js'
import type { Flow } from './flow.js'
import { textsOfComponents } from './heap.js'
import { openScene, type Scene } from './scene.js'
import type { LeaveOut, Sink } from './sinks.js'
import { tokenPiecesIn } from './token-pieces.js'
import { ACCOUNTS } from './ways-in.js'

/** States in which a password has done all it can. */
const SPENT = new Set(['signed_in', 'invalid_credentials', 'mfa_required', 'account_disabled'])

/** Where a session is kept when the app asks for it. */
const SESSION_DATABASE = 'gatewright'

/** Who people are is no secret from themselves: their page shows it, and their session knows it. */
const ADDRESSES = ACCOUNTS.map(({ email }) => canary('e-mail address', email))
/** What the events must not hold either: people's names, which their own page greets them with. */
const NAMES = ACCOUNTS.flatMap(({ firstName }) =>
  firstName === undefined ? [] : [canary('name', firstName)],
)
const MAY_HAVE_ADDRESS = new Set<Sink>(['page', 'databases', 'caches', 'dehydrated'])

export interface Hunt {
  flow: Flow
  id: BackendId
  /** Null: all goes well. */
  failure: Failure | null
  /** The app keeps the session over a reload. */
  persistent?: boolean
}

/** Goes through a flow, and gives every place in which a secret was found that it should not have been in. */
export async function hunt({ flow, id, failure, persistent = false }: Hunt): Promise<string[]> {
  const scene: Scene = openScene({
    id,
    server: { accounts: ACCOUNTS, ...flow.server },
    client: persistent ? { persistence: indexedDbSession() } : {},
    // Twice as fast, and how it ends is no matter of that.
    strict: failure === null,
    routes: flow.routes?.(() => scene) ?? {},
  })
  const found = new Set<string>()
  const note = (when: string, leaks: Scene['leaks']) => {
    for (const { canary, sink, at } of leaks) found.add(`${when}, ${canary} in ${sink}: ${at}`)
  }
  const look = (when: string, leaveOut?: LeaveOut) => {
    note(when, scene.watch.look(scene.canaries.values(), leaveOut))
    const addresses = scene.watch.look(ADDRESSES, 'page')
    note(
      when,
      addresses.filter(({ sink }) => !MAY_HAVE_ADDRESS.has(sink)),
    )
  }
  const lookInEvents = () => {
    note(
      'told',
      scene.watch.look(NAMES, 'page').filter(({ sink }) => sink === 'events'),
    )
    // Nothing found means something only where something was told.
    expect(scene.watch.told()).toContain('type')
  }
  try {
    await play(flow, scene, failure)
    const worked = flow.worked(scene)
    if (worked && flow.putAway) {
      look('shown', 'page')
      await flow.putAway(scene)
      look('put away')
    } else look('settled', worked || isSpent(flow) ? 'nothing' : 'fields')
    if (failure === null) {
      const texts = textsOfComponents(scene.container()).join('\n')
      for (const name of canariesIn(texts, scene.canaries.values())) {
        found.add(`${name} is kept by a component`)
      }
    }
    scene.leave()
    look('left')
    note('left', await inDatabases(scene, persistent))
    note('under way', scene.leaks)
    if (!flow.asksNobody) lookInEvents()
    for (const piece of tokenPiecesIn(scene.watch.told(), scene.tokens.all())) {
      found.add(`told, ${piece} of a token`)
    }
  } finally {
    scene.close()
  }
  return [...found]
}

async function play(flow: Flow, scene: Scene, failure: Failure | null) {
  const address = flow.inAddress?.[scene.id]
  if (address !== undefined) scene.wiredAddresses.add(address)
  await flow.before?.(scene)
  if (flow.sendsByItself) scene.arm(failure)
  scene.show(flow.screen(scene))
  await flow.approach?.(scene)
  if (!flow.sendsByItself) scene.arm(failure)
  await flow.send(scene)
  await scene.settle()
  // Nothing found means something only where a secret was there to be found.
  if (failure === null) await waitFor(() => expect(flow.worked(scene)).toBe(true))
  else expect(scene.isArmed()).toBe(false)
  if (failure === null) expect(scene.canaries.size).toBeGreaterThan(0)
  if (flow.sendsNone) return
  expect(canariesIn(scene.sent().join('\n'), scene.canaries.values())).not.toEqual([])
}

/** Whether nothing that was typed is of any more use: what else was, people need not type again. */
function isSpent({ operation }: Flow): boolean {
  const kind = document.querySelector('[data-kind]')?.getAttribute('data-kind') ?? ''
  return operation === 'sign_in' && SPENT.has(kind)
}

/** What an app has asked to be kept, the tokens of the session, is no leak where it is kept. */
async function inDatabases({ watch, canaries, client }: Scene, persistent: boolean) {
  if (!persistent) return watch.lookInDatabases(canaries.values())
  const isToken = ({ name }: Canary) => /^(access|refresh)/i.test(name)
  const tokens = [...canaries.values()].filter(isToken)
  const others = [...canaries.values()].filter((one) => !isToken(one))
  if (client.getSession().status === 'signed_in') {
    expect(await watch.lookInDatabases(tokens)).not.toEqual([])
  }
  const elsewhere = await watch.lookInDatabases(tokens, [SESSION_DATABASE])
  return [...elsewhere, ...(await watch.lookInDatabases(others))]
}

import { describe, expect, it } from 'vitest'
import { isStepUpCancelled, StepUpNeeded } from '../../src/client/step-up-needed.js'
import { stepUpQueueOf } from '../../src/client/step-up-queue.js'
import { firstCall } from '../../src/errors/operation.js'
import { localFailure } from '../../src/client/local-failure.js'
import { toUiState } from '../../src/ui-state/to-ui-state.js'
import { ADA, connect, FIVE_BACKENDS, PASSWORD } from './five-backends.js'

const NEEDED = toUiState(localFailure('step_up_required', 'auth-svc', firstCall('api_call'), 0))

async function signedIn() {
  const five = FIVE_BACKENDS.find(({ id }) => id === 'auth-svc')
  if (!five) throw new Error('There is no auth-svc.')
  const { client } = connect(five)
  await client.signIn({ email: ADA.email, password: PASSWORD })
  return { client, queue: stepUpQueueOf(client) }
}

/** A call that is refused so many times before it succeeds. */
function refusedFirst(times: number) {
  const call = async (): Promise<number> => {
    call.count += 1
    if (call.count <= times && NEEDED.kind === 'step_up_required') throw new StepUpNeeded(NEEDED)
    return call.count
  }
  call.count = 0
  return call
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('the calls that wait for a step-up', () => {
  it('are one queue, wherever a client’s is asked for', async () => {
    const { client, queue } = await signedIn()
    expect(stepUpQueueOf(client)).toBe(queue)
    expect(stepUpQueueOf((await signedIn()).client)).not.toBe(queue)
  })

  it('SEC-41: are replayed exactly once, and give what they then meet', async () => {
    const { queue } = await signedIn()
    queue.attend()
    const once = refusedFirst(1)
    const twice = refusedFirst(2)
    const results = Promise.allSettled([queue.run(once), queue.run(twice)])
    await settled()
    expect(queue.getRequest()?.state).toBe(NEEDED)
    queue.confirm()
    queue.confirm()
    expect(await results).toMatchObject([
      { status: 'fulfilled', value: 2 },
      { status: 'rejected', reason: { name: 'StepUpNeeded' } },
    ])
    expect([once.count, twice.count]).toEqual([2, 2])
    expect(queue.getRequest()).toBeNull()
  })

  it('ask nobody twice for an answer that was on its way before the confirmation', async () => {
    const { queue } = await signedIn()
    queue.attend()
    let answer: () => void = () => undefined
    const onItsWay = new Promise<void>((resolve) => {
      answer = resolve
    })
    const call = refusedFirst(1)
    const late = queue.run(async () => {
      if (call.count === 0) await onItsWay
      return call()
    })
    const first = queue.run(refusedFirst(1))
    await settled()
    queue.confirm()
    await first
    answer()
    expect(await late).toBe(2)
    expect(queue.getRequest()).toBeNull()
  })

  it('are let go when whoever could have asked goes away, and not at a remount', async () => {
    const { queue } = await signedIn()
    const leave = queue.attend()
    const result = queue.run(refusedFirst(1)).catch((error: unknown) => error)
    await settled()
    leave()
    const leaveAgain = queue.attend()
    await settled()
    expect(queue.getRequest()).not.toBeNull()
    leaveAgain()
    expect(isStepUpCancelled(await result)).toBe(true)
  })

  it.each([
    ['the same user', { id: 'same', email: 'other@example.com' }, '', true],
    ['another user', { id: 'other', email: ADA.email }, ADA.email, false],
    ['nobody in particular, by the same address', null, ' ADA@example.com ', true],
    ['nobody in particular, by another address', null, 'eve@example.com', false],
  ])('SEC-41: after a new sign-in of %s', async (_, as, email, goesOn) => {
    const { client, queue } = await signedIn()
    queue.attend()
    const session = client.getSession()
    const own = session.status === 'signed_in' ? (session.user?.id ?? '') : ''
    const result = queue.run(refusedFirst(1)).catch((error: unknown) => error)
    await settled()
    const user = as && {
      id: as.id === 'same' ? own : as.id,
      email: as.email,
      name: null,
      emailVerified: null,
    }
    queue.confirm({ user, email })
    expect(await result).toEqual(goesOn ? 2 : expect.objectContaining({ name: 'StepUpCancelled' }))
  })

  it('pass on every other result and error untouched', async () => {
    const { client, queue } = await signedIn()
    queue.attend()
    const fault = new Error('Out of milk')
    expect(await queue.run(async () => 'tea')).toBe('tea')
    await expect(queue.run(() => Promise.reject(fault))).rejects.toBe(fault)
    await expect(
      queue.run(() => {
        throw fault
      }),
    ).rejects.toBe(fault)
    await client.signOut()
    await expect(queue.run(refusedFirst(1))).rejects.toMatchObject({ name: 'StepUpNeeded' })
  })
})

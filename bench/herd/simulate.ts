import type { Policy } from './policies.js'

export interface Scene {
  clients: number
  /** Life of an access token, in seconds. */
  life: number
  /** Share of the clients whose user is at work, and how often one of them needs a token, in seconds. */
  active: number
  actionEvery: number
  /** Seconds from the start of the simulation. */
  outage: { from: number; to: number } | null
  /** All tokens were issued at once, at this second; null for a steady state. */
  issuedAt: number | null
  seconds: number
  seed: number
}

export interface Outcome {
  /** Requests the server got in each second. */
  perSecond: Uint32Array
  /** While the server was down: its requests, and the occasions that a user or a token's age gave for one. */
  whileDown: { calls: number; occasions: number }
}

/** Seconds are cut into this many ticks. */
const TICKS = 10

/** Runs every client of a policy against one server. The same seed gives the same run. */
export function simulate(policy: Policy, scene: Scene): Outcome {
  const { clients, life, outage, seconds } = scene
  const random = generator(scene.seed)
  const perSecond = new Uint32Array(seconds)
  const whileDown = { calls: 0, occasions: 0 }
  const calendar = createCalendar(clients, seconds * TICKS)
  // By client: when its token ends, when it tries again by itself, until when a user's action has to wait.
  const ends = new Float64Array(clients)
  const tries = new Float64Array(clients)
  const pausedUntil = new Float64Array(clients)
  const failures = new Uint8Array(clients)
  const isActive = new Uint8Array(clients)
  const isDue = new Uint8Array(clients)

  const isDown = (at: number) => outage !== null && at >= outage.from && at < outage.to

  function schedule(client: number, now: number) {
    const own = tries[client] ?? 0
    let at = own
    if (isActive[client] === 1) {
      // A user needs a token now and then; it costs a request only once the token is dead.
      const from = Math.max(now, ends[client] ?? 0)
      const needed = from + exponential(random, scene.actionEvery)
      at = Math.min(own, Math.max(needed, pausedUntil[client] ?? 0))
    }
    calendar.add(client, Math.max(Math.ceil(at * TICKS), Math.floor(now * TICKS) + 1))
  }

  function succeed(client: number, now: number) {
    ends[client] = now + life
    tries[client] = now + policy.renewAfter(life, random)
    failures[client] = 0
    isDue[client] = 0
  }

  for (let client = 0; client < clients; client += 1) {
    isActive[client] = random() < scene.active ? 1 : 0
    const renewal = policy.renewAfter(life, random)
    // In a steady state every point of the time between two renewals is as likely as any other.
    const issued = scene.issuedAt ?? -random() * renewal
    ends[client] = issued + life
    tries[client] = issued + renewal
    schedule(client, 0)
  }

  for (let tick = 0; tick < seconds * TICKS; tick += 1) {
    const now = tick / TICKS
    calendar.take(tick, (client) => {
      const second = Math.floor(now)
      perSecond[second] = (perSecond[second] ?? 0) + 1
      if (!isDown(now)) succeed(client, now)
      else {
        whileDown.calls += 1
        const byUser = now < (tries[client] ?? 0)
        // An occasion is a user's action, or a token that comes of age: once.
        if (byUser || isDue[client] === 0) whileDown.occasions += 1
        isDue[client] = 1
        const count = Math.min((failures[client] ?? 0) + 1, 200)
        failures[client] = count
        tries[client] = now + policy.retryAfter(count, life, random)
        pausedUntil[client] = now + policy.pauseAfter(count, random)
      }
      schedule(client, now)
    })
  }
  return { perSecond, whileDown }
}

/** Users who all see the same lock end, at second `end`, and send their form again. */
export function endLock(policy: Policy, users: number, end: number, seconds: number, seed: number) {
  const random = generator(seed)
  const perSecond = new Uint32Array(seconds)
  for (let user = 0; user < users; user += 1) {
    // People look away: half of them are back within 8 seconds, one in ten after half a minute.
    const reaction = 8 * Math.exp(1.05 * gaussian(random))
    const at = Math.floor(end + policy.afterLock(reaction, random))
    if (at < seconds) perSecond[at] = (perSecond[at] ?? 0) + 1
  }
  return perSecond
}

/** Who is next at each tick, without a heap: one entry a client. */
function createCalendar(clients: number, ticks: number) {
  const heads = new Int32Array(ticks).fill(-1)
  const nexts = new Int32Array(clients).fill(-1)
  return {
    add(client: number, tick: number) {
      if (tick >= ticks) return
      nexts[client] = heads[tick] ?? -1
      heads[tick] = client
    },
    take(tick: number, visit: (client: number) => void) {
      let client = heads[tick] ?? -1
      heads[tick] = -1
      while (client !== -1) {
        const following = nexts[client] ?? -1
        visit(client)
        client = following
      }
    },
  }
}

/** mulberry32: small, and the same on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function exponential(random: () => number, mean: number): number {
  return -Math.log(1 - random()) * mean
}

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

import { drawCheckbox } from './altcha-checkbox.js'
import { fetchChallenge, ownAddress } from './altcha-challenge.js'
import { solve } from './altcha-solution.js'
import type {
  CaptchaLabels,
  CaptchaOptions,
  CaptchaProvider,
  CaptchaWidget,
} from './captcha-provider.js'

/** Where ALTCHA's challenges come from, and how long one may take. */
export interface AltchaOptions {
  /** Where the app's own server hands out challenges; a path, or an address on the app's origin. */
  challengeUrl: string
  /** Other words than the kit's. */
  labels?: CaptchaLabels | undefined
  /** Milliseconds to fetch and solve a challenge. Default 90 000. */
  timeoutMs?: number | undefined
}

const TIMEOUT_MS = 90_000

/**
 * ALTCHA (altcha.org): a proof of work of the app's own server, solved in the page behind a checkbox. Nothing is loaded
 * from elsewhere. Needs the package altcha-lib, which is fetched when the user ticks the box.
 *
 * @throws when the challenge would come from another origin.
 */
export function altcha({ challengeUrl, ...settings }: AltchaOptions): CaptchaProvider {
  if (typeof location !== 'undefined') ownAddress(challengeUrl, location)
  return {
    id: 'altcha',
    mount: (host, options) => mountCheckbox(host, options, { challengeUrl, ...settings }),
  }
}

function mountCheckbox(
  host: HTMLElement,
  options: CaptchaOptions,
  { challengeUrl, labels = options.labels, timeoutMs = TIMEOUT_MS }: AltchaOptions,
): CaptchaWidget {
  const url = ownAddress(challengeUrl, host.ownerDocument.location)
  let running: AbortController | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const box = drawCheckbox(host, requireLabels(labels), () => void run())

  async function run(): Promise<void> {
    const own = new AbortController()
    running = own
    box.show('working')
    timer = setTimeout(() => own.abort(timeoutError(timeoutMs)), timeoutMs)
    try {
      const { challenge, lifetimeMs } = await fetchChallenge(url, own.signal)
      const token = await solve(challenge, own)
      if (running !== own) return
      stop()
      box.show('done')
      if (lifetimeMs !== null) timer = setTimeout(expire, lifetimeMs)
      options.onToken(token)
    } catch (error) {
      if (running !== own) return
      reset()
      options.onError(error)
    }
  }

  function stop(): void {
    clearTimeout(timer)
    const stopped = running
    running = null
    stopped?.abort()
  }

  function reset(): void {
    stop()
    box.show('open')
  }

  function expire(): void {
    reset()
    options.onExpire()
  }

  return {
    reset,
    dispose() {
      stop()
      box.remove()
    },
  }
}

function timeoutError(timeoutMs: number): Error {
  return new Error(`Gatewright: the ALTCHA challenge was not solved within ${timeoutMs} ms.`)
}

function requireLabels(labels: CaptchaLabels | undefined): CaptchaLabels {
  if (labels) return labels
  throw new Error(
    'Gatewright: altcha() was mounted without labels, so its checkbox would have no name. ' +
      'The kit’s own screens pass them. ' +
      'Elsewhere give altcha({ labels: { confirm, working, done } }) or <CaptchaHost labels>.',
  )
}

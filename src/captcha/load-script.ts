import { scriptSource, type VendorScript } from './script-source.js'
import { trustedScriptUrl } from './trusted-script-url.js'

const TIMEOUT_MS = 15_000

/** How a vendor's script is loaded. */
export interface ScriptSettings {
  /** Another place to load the vendor's script from: one of the vendor's own, or the app's origin. */
  scriptUrl?: string | undefined
  /** Nonce of the page's Content-Security-Policy. */
  nonce?: string | undefined
  /** Milliseconds the script has to arrive and to get ready. Default 15 000. */
  loadTimeoutMs?: number | undefined
}

/** Scripts on their way, by page and by the global they make. */
const underWay = new WeakMap<Window, Map<string, Promise<void>>>()
let callbacks = 0

/**
 * What a vendor's script offers to the page. The script is loaded once a page, however many ask, and not at all where
 * the page has it already. Rejects when it cannot be had; the next call tries again.
 */
export async function loadScript<Api>(
  view: Window,
  script: VendorScript,
  settings: ScriptSettings,
): Promise<Api> {
  const url = scriptSource(script, settings.scriptUrl, view.location)
  const present = findApi(view, script)
  if (present) return present as Api
  await once(view, script.global, () => addScript(view, script, url, settings))
  const made = findApi(view, script)
  if (made) return made as Api
  throw scriptError(script, url, `made no usable "${script.global}"`)
}

/** Elements and frames of that name are reachable through `window` too, but only by inheritance: they are passed over. */
function findApi(view: Window, { global, functions }: VendorScript): object | null {
  if (!Object.hasOwn(view, global)) return null
  const api: unknown = Reflect.get(view, global)
  if (typeof api !== 'object' || api === null) return null
  return functions.every((name) => typeof Reflect.get(api, name) === 'function') ? api : null
}

function once(view: Window, global: string, start: () => Promise<void>): Promise<void> {
  const ofPage = underWay.get(view) ?? new Map<string, Promise<void>>()
  underWay.set(view, ofPage)
  const running = ofPage.get(global)
  if (running) return running
  const begun = start().finally(() => ofPage.delete(global))
  ofPage.set(global, begun)
  return begun
}

async function addScript(
  view: Window,
  script: VendorScript,
  source: URL,
  { nonce, loadTimeoutMs = TIMEOUT_MS }: ScriptSettings,
): Promise<void> {
  callbacks += 1
  const callback = `gatewrightCaptcha${callbacks}`
  const url = new URL(source)
  for (const [name, value] of Object.entries(script.parameters)) url.searchParams.set(name, value)
  url.searchParams.set('onload', callback)

  const element = view.document.createElement('script')
  let timer: number | undefined
  try {
    await new Promise<void>((resolve, reject) => {
      const refuse = (why: string) => () => reject(scriptError(script, source, why))
      Reflect.set(view, callback, () => resolve())
      element.addEventListener('error', refuse('could not be loaded'))
      timer = view.setTimeout(refuse(`was not ready after ${loadTimeoutMs} ms`), loadTimeoutMs)
      element.async = true
      if (nonce !== undefined) element.setAttribute('nonce', nonce)
      element.src = trustedScriptUrl(view, url.href)
      headOf(view).append(element)
    })
  } catch (error) {
    element.remove()
    throw error
  } finally {
    view.clearTimeout(timer)
    Reflect.deleteProperty(view, callback)
  }
}

/** Found without the name `head`, which markup of the page can take. */
function headOf({ document }: Window): Element {
  const [head] = document.getElementsByTagName('head')
  return head ?? document.head
}

function scriptError({ id }: VendorScript, source: URL, why: string): Error {
  return new Error(
    `Gatewright: the script of ${id} from ${source.origin}${source.pathname} ${why}. ` +
      'The check cannot be shown without it. ' +
      'See that the network and the page’s Content-Security-Policy (docs/captcha.md) let it through.',
  )
}

import type { CaptchaOptions, CaptchaProvider, CaptchaWidget } from './captcha-provider.js'
import { loadScript, type ScriptSettings } from './load-script.js'
import { scriptSource, type VendorScript } from './script-source.js'
import { lookOf, vendorLanguage, type CaptchaTheme } from './widget-look.js'

/** Settings of a captcha that a vendor's script draws. */
export interface ScriptedCaptchaOptions extends ScriptSettings {
  /** The key the vendor gave out for this site. Without one the server has to name it. */
  siteKey?: string | undefined
  /** Default `auto`: that of its surroundings. */
  theme?: CaptchaTheme | undefined
}

/** Everything a vendor's provider may be told. */
interface Settings extends ScriptedCaptchaOptions {
  action?: string | undefined
}

/** What a vendor's widget is drawn with. */
export interface WidgetFacts extends Pick<CaptchaOptions, 'onToken' | 'onExpire' | 'onError'> {
  siteKey: string
  action: string | null
  language: string
  theme: 'light' | 'dark'
}

/** A drawn widget, in the vendor's hands. */
export interface DrawnWidget {
  reset: () => void
  remove: () => void
}

export interface Vendor<Api> extends VendorScript {
  readonly selfSolving?: boolean
  /** Draws the widget into an empty element on the page. */
  readonly draw: (api: Api, place: HTMLElement, facts: WidgetFacts) => DrawnWidget
}

/**
 * A captcha whose widget is drawn by the vendor's own script.
 *
 * @throws when the site key is empty or the script is to come from a strange place.
 */
export function scriptedCaptcha<Api>(vendor: Vendor<Api>, settings: Settings): CaptchaProvider {
  requireSiteKey(vendor, settings.siteKey)
  if (typeof location !== 'undefined') scriptSource(vendor, settings.scriptUrl, location)
  return {
    id: vendor.id,
    needsSiteKey: settings.siteKey === undefined,
    selfSolving: vendor.selfSolving ?? false,
    mount: (host, options) => mountWidget(vendor, settings, host, options),
  }
}

function mountWidget<Api>(
  vendor: Vendor<Api>,
  settings: Settings,
  host: HTMLElement,
  options: CaptchaOptions,
): CaptchaWidget {
  const place = host.ownerDocument.createElement('div')
  host.append(place)
  let disposed = false
  let loading = false
  let widget: DrawnWidget | null = null

  async function show(): Promise<void> {
    loading = true
    try {
      const view = host.ownerDocument.defaultView
      if (!view) throw new Error(`Gatewright: ${vendor.id} was mounted outside of a page.`)
      const facts = factsOf(vendor, settings, place, options, () => !disposed)
      const api = await loadScript<Api>(view, vendor, settings)
      if (!disposed) widget = vendor.draw(api, place, facts)
    } catch (error) {
      if (!disposed) options.onError(error)
    }
    loading = false
  }

  void show()
  return {
    reset() {
      if (widget) widget.reset()
      else if (!loading && !disposed) void show()
    },
    dispose() {
      disposed = true
      const gone = widget
      widget = null
      try {
        gone?.remove()
      } catch {
        // The page may have taken the vendor's elements away already; there is nothing left to do then.
      }
      place.remove()
    },
  }
}

function factsOf(
  { id }: Pick<VendorScript, 'id'>,
  settings: Settings,
  place: HTMLElement,
  options: CaptchaOptions,
  isLive: () => boolean,
): WidgetFacts {
  const siteKey = options.siteKey ?? settings.siteKey
  if (siteKey === undefined) {
    throw new Error(
      `Gatewright: ${id} has no site key. The server named none, and the app neither. ` +
        `Pass the key the vendor gave out for this site: ${id}({ siteKey }).`,
    )
  }
  let last = ''
  return {
    siteKey,
    action: options.action ?? settings.action ?? null,
    language: vendorLanguage(options.language),
    theme: lookOf(place, settings.theme ?? 'auto'),
    onToken(token) {
      // A token is good for one request: the same one again is no news.
      if (!isLive() || token === last) return
      last = token
      options.onToken(token)
    },
    onExpire: () => isLive() && options.onExpire(),
    onError: (error) => isLive() && options.onError(error),
  }
}

function requireSiteKey({ id }: VendorScript, siteKey: string | undefined): void {
  if (siteKey === undefined || (typeof siteKey === 'string' && siteKey.trim() !== '')) return
  throw new Error(
    `Gatewright: ${id}({ siteKey }) is ${JSON.stringify(siteKey)}. ` +
      'The vendor draws no widget without a key. ' +
      'Pass the key of this site, or leave it out where the server names it; an environment variable may be unset.',
  )
}

/*
 * What the vendors document of their api.js, without the vendors: developers.cloudflare.com/turnstile,
 * docs.hcaptcha.com/configuration, developers.google.com/recaptcha/docs. Which of them it stands for is in its address.
 * It refuses whatever those pages do not know, and keeps a record of its widgets in `standIn`.
 */
;(() => {
  const SHARED = ['sitekey', 'theme', 'callback', 'expired-callback', 'error-callback']
  const VENDORS = {
    turnstile: {
      global: 'turnstile',
      idOf: (number) => `cf-chl-widget-${number}`,
      methods: ['reset', 'remove'],
      themes: ['light', 'dark', 'auto'],
      options: [
        ...SHARED,
        'action',
        'language',
        'size',
        'response-field',
        'refresh-expired',
        'timeout-callback',
        'unsupported-callback',
      ],
    },
    hcaptcha: {
      global: 'hcaptcha',
      idOf: (number) => `hcaptcha-${number}`,
      methods: ['reset', 'remove'],
      themes: ['light', 'dark'],
      options: [...SHARED, 'hl', 'chalexpired-callback'],
    },
    recaptcha: {
      global: 'grecaptcha',
      idOf: (number) => number,
      methods: ['reset', 'execute'],
      themes: ['light', 'dark'],
      options: [...SHARED, 'hl', 'size', 'badge'],
    },
  }

  const self = document.currentScript
  const address = self.src || `https://app.example/${self.dataset.vendor}.js`
  const name = Object.keys(VENDORS).find((id) => address.includes(id))
  const vendor = VENDORS[name]
  const query = new URL(address).searchParams
  const standIn = { widgets: [], query: Object.fromEntries(query), nextToken: null }
  window.standIn = standIn

  function nextToken() {
    standIn.tokens = (standIn.tokens ?? 0) + 1
    return standIn.nextToken ? standIn.nextToken() : `${name}-token-${standIn.tokens}`
  }

  function widgetOf(id) {
    const widget = standIn.widgets.find((one) => one.id === id && !one.removed)
    if (!widget) throw new Error(`${name}: no widget ${String(id)}`)
    return widget
  }

  function check(options) {
    for (const option of Object.keys(options)) {
      if (!vendor.options.includes(option)) throw new Error(`${name}: unknown option ${option}`)
    }
    if (typeof options.sitekey !== 'string') throw new Error(`${name}: sitekey is no string`)
    if (!vendor.themes.includes(options.theme)) throw new Error(`${name}: theme ${options.theme}`)
    if (options.action !== undefined && !/^[a-z0-9_-]{0,32}$/i.test(options.action)) {
      throw new Error(`${name}: action ${options.action}`)
    }
  }

  /** Keys that begin with 1x and 2x behave as Turnstile's documented test keys: they pass and block unasked. */
  function begin(widget) {
    const { sitekey, size } = widget.options
    if (size === 'invisible') return
    if (sitekey.startsWith('1x')) queueMicrotask(() => solve(widget))
    if (sitekey.startsWith('2x')) queueMicrotask(() => widget.options['error-callback']('300030'))
  }

  function solve(widget) {
    if (!widget.removed) widget.options.callback(nextToken())
  }

  const api = {
    render(place, options) {
      check(options)
      if (!place.isConnected) throw new Error(`${name}: the container is not on the page`)
      if (place.childNodes.length > 0) throw new Error(`${name}: the container is not empty`)
      const widget = { id: vendor.idOf(standIn.widgets.length), options, place, resets: 0 }
      standIn.widgets.push(widget)
      const label = document.createElement('label')
      const box = document.createElement('input')
      box.type = 'checkbox'
      box.addEventListener('change', () => box.checked && solve(widget))
      label.append(box, options.size === 'invisible' ? ' Protected' : ' I am human')
      box.hidden = options.size === 'invisible'
      widget.box = box
      place.append(label)
      begin(widget)
      return widget.id
    },
    reset(id) {
      const widget = widgetOf(id)
      widget.resets += 1
      widget.box.checked = false
      begin(widget)
    },
    remove(id) {
      const widget = widgetOf(id)
      widget.removed = true
      widget.place.replaceChildren()
    },
    async execute(id, { action }) {
      const widget = widgetOf(id)
      widget.action = action
      if (widget.options.sitekey.startsWith('2x')) throw new Error('recaptcha: no connection')
      return nextToken()
    },
  }
  window[vendor.global] = Object.fromEntries(
    ['render', ...vendor.methods].map((method) => [method, api[method]]),
  )
  const onload = query.get('onload')
  if (onload) setTimeout(() => window[onload]?.())
})()

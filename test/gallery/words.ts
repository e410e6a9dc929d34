/** Attributes that somebody sees or hears. */
const SPOKEN = [
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
]

/** A value among the words: set apart from their direction, or not to be translated. */
const VALUES =
  'bdi, [dir="auto"], [data-gw="site"], [translate="no"], strong[dir], code, output[dir], script, style'

/** The kit's parts of the page. */
export function surfaces(page: HTMLElement): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('[data-gatewright]')]
}

/** What is left of the words of a page in `en-XA` when the bracketed sentences are taken out: nothing, if all are translated. */
export function untranslated(page: HTMLElement): string[] {
  return surfaces(page).flatMap((surface) => {
    const copy = surface.cloneNode(true) as HTMLElement
    for (const value of copy.querySelectorAll(VALUES)) value.remove()
    const texts = [copy.textContent ?? '', ...spokenIn(copy)]
    return texts.map(outsideBrackets).filter((rest) => /\p{L}{2}/u.test(rest))
  })
}

function spokenIn(surface: HTMLElement): string[] {
  return [surface, ...surface.querySelectorAll('*')].flatMap((element) =>
    SPOKEN.map((name) => element.getAttribute(name) ?? ''),
  )
}

/** A sentence may hold another: the name of a link in "(opens in a new tab)". */
function outsideBrackets(text: string): string {
  const rest = text.replace(/\[[^[\]]*\]/g, ' ').trim()
  return rest === text ? rest : outsideBrackets(rest)
}

/** Elements that stand out of the page, or whose words do not fit into them. */
export function cutOff(page: HTMLElement): string[] {
  const width = document.documentElement.clientWidth
  return surfaces(page).flatMap((surface) =>
    [surface, ...surface.querySelectorAll<HTMLElement>('*')]
      .filter((element) => isSeen(element) && (standsOut(element, width) || overflows(element)))
      .map((element) => `${element.tagName} "${element.textContent?.slice(0, 60)}"`),
  )
}

/** Not only for screen readers. */
function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return width > 1 && height > 1 && element.closest('svg') === null
}

function standsOut(element: HTMLElement, width: number): boolean {
  const { left, right } = element.getBoundingClientRect()
  return left < -1 || right > width + 1
}

function overflows(element: HTMLElement): boolean {
  if (element instanceof HTMLInputElement) return false
  return element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0
    ? getComputedStyle(element).display !== 'inline'
    : false
}

import type { CaptchaLabels } from './captcha-provider.js'

export type CheckboxState = 'open' | 'working' | 'done'

export interface AltchaCheckbox {
  show: (state: CheckboxState) => void
  remove: () => void
}

/** A checkbox that starts the check, with a line that says how far it is. Focus stays wherever the user has it. */
export function drawCheckbox(
  host: HTMLElement,
  labels: CaptchaLabels,
  onStart: () => void,
): AltchaCheckbox {
  const page = host.ownerDocument
  const frame = element(page, 'div', 'altcha')
  const label = element(page, 'label', 'checkbox')
  const words = element(page, 'span', 'label')
  const status = element(page, 'p', 'hint')
  const box = page.createElement('input')
  box.type = 'checkbox'
  words.textContent = labels.confirm
  status.setAttribute('role', 'status')
  label.append(box, words)
  frame.append(label, status)
  host.append(frame)

  let state: CheckboxState = 'open'
  const said = { open: '', working: labels.working, done: labels.done }

  function show(next: CheckboxState): void {
    state = next
    frame.dataset['state'] = state
    box.checked = state !== 'open'
    box.setAttribute('aria-disabled', String(state !== 'open'))
    status.textContent = said[state]
  }

  box.addEventListener('click', (event) => {
    // Neither a running check nor a passed one can be undone; a disabled box would drop the focus.
    if (state === 'open') onStart()
    else event.preventDefault()
  })
  show('open')
  return { show, remove: () => frame.remove() }
}

function element<K extends keyof HTMLElementTagNameMap>(
  page: Document,
  tag: K,
  name: string,
): HTMLElementTagNameMap[K] {
  const made = page.createElement(tag)
  made.dataset['gw'] = name
  return made
}

import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef, StrictMode, type FormEvent } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { Field, FieldLabel, PasswordField } from '../../src/primitives/index.js'
import type { PasswordFieldProps } from '../../src/primitives/index.js'

const user = userEvent.setup()

function show(props: Partial<PasswordFieldProps> = {}, onSubmit?: (event: FormEvent) => void) {
  render(
    <StrictMode>
      <form onSubmit={onSubmit}>
        <Field>
          <FieldLabel>Password</FieldLabel>
          <PasswordField
            name="password"
            autoComplete="current-password"
            showLabel="Show password"
            {...props}
          />
        </Field>
        <button type="submit">Sign in</button>
      </form>
    </StrictMode>,
  )
  return screen.getByLabelText<HTMLInputElement>('Password')
}

describe('PasswordField', () => {
  it('SEC-48: keeps the password from spell checkers, correction and capitals', () => {
    const input = show()
    expect(input).toHaveAttribute('type', 'password')
    expect(input).toHaveAttribute('spellcheck', 'false')
    expect(input).toHaveAttribute('autocapitalize', 'off')
    expect(input).toHaveAttribute('autocorrect', 'off')
    expect(input).toHaveAttribute('autocomplete', 'current-password')
    expect(input).toHaveAttribute('name', 'password')
  })

  it('SEC-37: takes a long password whole, whatever length a caller asks for', async () => {
    const input = show({ maxLength: 20 } as Partial<PasswordFieldProps>)
    const long = 'correct horse battery staple '.repeat(10)
    input.focus()
    await user.paste(long)
    expect(input).not.toHaveAttribute('maxlength')
    expect(input.value).toBe(long)
  })

  it('SEC-35: changes no character, space or case of it', async () => {
    const input = show()
    const password = '  Пароль ＰＡＳＳ e\u0301 🔑 '
    input.focus()
    await user.paste(password)
    expect(input.value).toBe(password)
  })

  it('A11Y-16, A11Y-17: shows it by a toggle that is pressed and keeps its name', async () => {
    const input = show()
    await user.type(input, 'secret')
    const toggle = screen.getByRole('button', { name: 'Show password', pressed: false })
    await user.click(toggle)
    expect(input).toHaveAttribute('type', 'text')
    expect(screen.getByRole('button', { name: 'Show password', pressed: true })).toBe(toggle)
    expect(toggle).toHaveFocus()
    expect(toggle).toHaveAttribute('aria-controls', input.id)
    expect(input.value).toBe('secret')
    await user.click(toggle)
    expect(input).toHaveAttribute('type', 'password')
  })

  it('A11Y-17: or by a button that changes its name and is not a toggle', async () => {
    show({ hideLabel: 'Hide password' })
    const button = screen.getByRole('button', { name: 'Show password' })
    expect(button).not.toHaveAttribute('aria-pressed')
    await user.click(button)
    expect(button).toHaveAccessibleName('Hide password')
    expect(button).not.toHaveAttribute('aria-pressed')
  })

  it('A11Y-16: keeps its name where the button is an icon', () => {
    show({ reveal: (shown) => <svg data-shown={shown} /> })
    expect(screen.getByRole('button', { name: 'Show password' })).toContainElement(
      document.querySelector('svg'),
    )
  })

  it('A11Y-16: is reached by the keyboard right after the password', async () => {
    const input = show()
    input.focus()
    await user.tab()
    expect(screen.getByRole('button', { name: 'Show password' })).toHaveFocus()
    await user.keyboard(' ')
    expect(input).toHaveAttribute('type', 'text')
  })

  it('UX-05, SEC-48: is a password field again when the submit handlers run', async () => {
    const types: string[] = []
    const input = show({}, (event) => {
      event.preventDefault()
      types.push(input.type)
    })
    await user.type(input, 'secret')
    await user.click(screen.getByRole('button', { name: 'Show password' }))
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(types).toEqual(['password'])
    expect(screen.getByRole('button', { name: 'Show password', pressed: false })).toBeVisible()
    expect(input).toHaveAttribute('type', 'password')
  })

  it('stays shown when another form is submitted', async () => {
    const input = show()
    const other = document.body.appendChild(document.createElement('form'))
    await user.click(screen.getByRole('button', { name: 'Show password' }))
    act(() => {
      other.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
    })
    expect(input).toHaveAttribute('type', 'text')
    other.remove()
  })

  it('hides it when the page comes back from the back/forward cache', async () => {
    const input = show()
    await user.click(screen.getByRole('button', { name: 'Show password' }))
    act(() => {
      window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    })
    expect(input).toHaveAttribute('type', 'password')
  })

  it('A11Y-18, UX-21: says politely that Caps Lock is on, and forgets it on leaving', async () => {
    const input = show({ capsLockHint: 'Caps Lock is on.' })
    const hint = document.querySelector('[data-gw=hint]')
    expect(hint).toBeEmptyDOMElement()
    expect(hint).toHaveAttribute('aria-live', 'polite')
    await user.click(input)
    await user.keyboard('{CapsLock}a')
    expect(input).toHaveAccessibleDescription('Caps Lock is on.')
    expect(input).toHaveFocus()
    await user.tab()
    expect(hint).toBeEmptyDOMElement()
    await user.keyboard('{CapsLock}')
  })

  it('hands its element to two refs and calls the handlers of the app', async () => {
    const ref = createRef<HTMLInputElement>()
    const onBlur = vi.fn()
    render(<PasswordField aria-label="P" showLabel="Show" ref={ref} onBlur={onBlur} />)
    expect(ref.current).toBe(screen.getByLabelText('P'))
    await user.click(screen.getByLabelText('P'))
    await user.tab()
    expect(onBlur).toHaveBeenCalledOnce()
  })
})

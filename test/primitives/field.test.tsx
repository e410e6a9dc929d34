import { render, screen } from '@testing-library/react'
import { createRef } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import {
  Field,
  FieldDescription,
  FieldError,
  FieldInput,
  FieldLabel,
} from '../../src/primitives/index.js'

function EmailField({ error, id }: { error?: string; id?: string }) {
  return (
    <Field invalid={error !== undefined}>
      <FieldLabel>Email</FieldLabel>
      <FieldInput id={id} name="email" autoComplete="username" />
      <FieldDescription>We never share it.</FieldDescription>
      <FieldError prefix="Error:">{error}</FieldError>
    </Field>
  )
}

describe('Field', () => {
  it('A11Y-29: names the control by its visible label', () => {
    render(<EmailField />)
    const input = screen.getByLabelText('Email')
    expect(input).toBeValid()
    expect(input).not.toHaveAttribute('aria-invalid')
    expect(input).toHaveAccessibleDescription('We never share it.')
    expect(input).toHaveAttribute('autocomplete', 'username')
  })

  it('A11Y-02, A11Y-27: ties the error to the control, with a word for those who do not see its colour', () => {
    const { rerender } = render(<EmailField />)
    const slot = document.querySelector('[data-gw=error]')
    expect(slot).toBeEmptyDOMElement()
    rerender(<EmailField error="Enter your email." />)
    const input = screen.getByLabelText('Email')
    expect(input).toBeInvalid()
    expect(input).toHaveAccessibleDescription('We never share it. Error: Enter your email.')
    expect(document.querySelector('[data-gw=error]')).toBe(slot)
  })

  it("UX-01: keeps the app's own id, and the label follows it", () => {
    render(<EmailField id="email" />)
    expect(screen.getByLabelText('Email')).toHaveAttribute('id', 'email')
  })

  it('works without any text around it', () => {
    const ref = createRef<HTMLInputElement>()
    render(<FieldInput ref={ref} aria-label="Email" data-test="x" aria-describedby="note" />)
    expect(ref.current).toHaveAttribute('data-test', 'x')
    expect(ref.current).toHaveAttribute('aria-describedby', 'note')
  })

  it('SEC-29: writes no style attribute into server markup', () => {
    expect(renderToString(<EmailField error="Enter your email." />)).not.toContain(' style=')
  })
})

import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import fc from 'fast-check'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { describe, expect, it, vi } from 'vitest'
import { normaliseCode, OtpField } from '../../src/primitives/index.js'
import type { OtpFieldProps } from '../../src/primitives/index.js'

const user = userEvent.setup()

/** Every set of ten digits that this ICU knows, from "0123456789" on. */
const DIGIT_SETS = Intl.supportedValuesOf('numberingSystem').flatMap((system) => {
  const digits = Array.from({ length: 10 }, (_, digit) =>
    new Intl.NumberFormat(`en-u-nu-${system}`).format(digit),
  )
  return digits.every((digit) => /^\p{Nd}$/u.test(digit)) ? [digits] : []
})

function show(props: Partial<OtpFieldProps> = {}) {
  render(<OtpField aria-label="Code" name="code" {...props} />)
  return screen.getByLabelText<HTMLInputElement>('Code')
}

describe('normaliseCode', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 10 })
  const separator = fc.constantFrom(
    '',
    ' ',
    '-',
    '\u00a0',
    '\u2009',
    '\u200b',
    '\u2013',
    '\u2212',
    '\u3000',
    '\t',
    '\n',
    '\u200f',
    '.',
  )

  it('knows the digits of many scripts', () => {
    expect(DIGIT_SETS.length).toBeGreaterThan(40)
  })

  it('A11Y-13: reads a code of digits in any script, with anything between them', () => {
    fc.assert(
      fc.property(digits, fc.constantFrom(...DIGIT_SETS), separator, (code, script, between) => {
        const typed = code.map((digit) => script[digit]).join(between)
        expect(normaliseCode(`${between}${typed}${between}`, 'digits')).toBe(code.join(''))
      }),
    )
  })

  it('A11Y-13: reads full-width and Arabic-Indic digits, spaces and dashes', () => {
    expect(normaliseCode(' １２３－４５６ ', 'digits')).toBe('123456')
    expect(normaliseCode('١٢٣ ٤٥٦', 'digits')).toBe('123456')
    expect(normaliseCode('۱۲۳-۴۵۶', 'digits')).toBe('123456')
    expect(normaliseCode('G-123456', 'digits')).toBe('123456')
  })

  it('A11Y-13: keeps the letters, case and hyphens of a backup code', () => {
    expect(normaliseCode(' aB3x9 – K7pQ2 ', 'text')).toBe('aB3x9-K7pQ2')
    expect(normaliseCode('ＡＢＣＤ１２', 'text')).toBe('ABCD12')
  })

  it('A11Y-13: changes nothing when it reads its own result', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('digits', 'text'),
        (text, alphabet) => {
          const once = normaliseCode(text, alphabet)
          expect(normaliseCode(once, alphabet)).toBe(once)
        },
      ),
    )
  })
})

describe('OtpField', () => {
  it('A11Y-12: is one native input that phones and managers can fill', () => {
    const input = show()
    expect(document.querySelectorAll('input')).toHaveLength(1)
    expect(input).toHaveAttribute('type', 'text')
    expect(input).toHaveAttribute('autocomplete', 'one-time-code')
    expect(input).toHaveAttribute('inputmode', 'numeric')
    expect(input).toHaveAttribute('spellcheck', 'false')
    expect(input).toHaveAttribute('dir', 'ltr')
    expect(input).not.toHaveAttribute('maxlength')
  })

  it('A11Y-12: brings up letters for backup codes', () => {
    expect(show({ alphabet: 'text' })).toHaveAttribute('inputmode', 'text')
  })

  it('A11Y-11, A11Y-13: takes a whole pasted code and shows it as the server knows it', async () => {
    const onComplete = vi.fn()
    const input = show({ onComplete })
    await user.click(input)
    await user.paste('１２３ 456')
    expect(input.value).toBe('123456')
    expect(onComplete).toHaveBeenCalledExactlyOnceWith('123456')
  })

  it('calls for a check once per code', async () => {
    const onComplete = vi.fn()
    const input = show({ onComplete })
    await user.type(input, '123456')
    await user.type(input, ' ')
    expect(onComplete).toHaveBeenCalledOnce()
    await user.type(input, '{Backspace}7')
    expect(onComplete.mock.calls).toEqual([['123456'], ['123457']])
  })

  it('calls again for the same code after the app has cleared it', async () => {
    const onComplete = vi.fn()
    const input = show({ onComplete })
    await user.click(input)
    await user.paste('123456')
    input.value = ''
    await user.paste('123456')
    expect(onComplete).toHaveBeenCalledTimes(2)
  })

  it('SEC-37: shows a code that is too long instead of cutting it', async () => {
    const onComplete = vi.fn()
    const input = show({ onComplete })
    await user.click(input)
    await user.paste('1234567')
    expect(input.value).toBe('1234567')
    expect(onComplete).not.toHaveBeenCalled()
  })

  it('keeps the caret where a digit was put in', async () => {
    const input = show()
    await user.type(input, '1256')
    input.setSelectionRange(2, 2)
    await user.paste('3 4 ')
    expect(input.value).toBe('123456')
    expect(input.selectionStart).toBe(4)
  })

  it('waits for an input method to finish', () => {
    const onComplete = vi.fn()
    const input = show({ onComplete })
    fireEvent.compositionStart(input)
    fireEvent.input(input, { target: { value: '１２３４５６' }, isComposing: true })
    expect(input.value).toBe('１２３４５６')
    fireEvent.compositionEnd(input)
    expect(input.value).toBe('123456')
    expect(onComplete).toHaveBeenCalledExactlyOnceWith('123456')
  })

  it('works as a controlled input', async () => {
    function Controlled() {
      const [code, setCode] = useState('')
      return (
        <OtpField
          aria-label="Code"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      )
    }
    render(<Controlled />)
    await user.click(screen.getByLabelText('Code'))
    await user.paste('98-76-54')
    expect(screen.getByLabelText('Code')).toHaveValue('987654')
  })

  it('hands react-hook-form the code as the server knows it', async () => {
    const submitted = vi.fn()
    function Form() {
      const { register, handleSubmit } = useForm<{ code: string }>()
      return (
        <form onSubmit={(event) => void handleSubmit(submitted)(event)}>
          <OtpField aria-label="Code" {...register('code')} />
          <button type="submit">Verify</button>
        </form>
      )
    }
    render(<Form />)
    await user.click(screen.getByLabelText('Code'))
    await user.paste('12 34 56')
    await user.click(screen.getByRole('button'))
    expect(submitted.mock.calls[0]?.[0]).toEqual({ code: '123456' })
  })
})

import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { useForm, useWatch } from 'react-hook-form'
import { describe, expect, it, vi } from 'vitest'
import type { PasswordPolicy } from '../../src/backends/actions.js'
import {
  NewPasswordField,
  type PasswordStrength,
} from '../../src/components/parts/new-password-field.js'
import { usePasswordPolicy } from '../../src/hooks/use-password-policy.js'
import { AuthProvider, type FieldError } from '../../src/index.js'
import { connect, FIVE_BACKENDS } from '../client/five-backends.js'

const STRICT: PasswordPolicy = {
  minLength: 10,
  maxLength: 64,
  requires: ['uppercase', 'lowercase', 'digit', 'special'],
}

interface ScreenProps {
  policy?: Partial<PasswordPolicy>
  strength?: PasswordStrength
  fault?: FieldError
}

function Screen({ policy: own, strength, fault }: ScreenProps) {
  const { register, control, resetField } = useForm({ defaultValues: { newPassword: '' } })
  return (
    <form>
      <NewPasswordField
        called="newPassword"
        fault={fault ?? null}
        policy={usePasswordPolicy(own)}
        typed={useWatch({ control, name: 'newPassword' })}
        strength={strength}
        {...register('newPassword')}
      />
      <button type="button" onClick={() => resetField('newPassword')}>
        Clear
      </button>
    </form>
  )
}

function show(props: ScreenProps = {}, id = 'auth-svc', server = {}) {
  const five = FIVE_BACKENDS.find((candidate) => candidate.id === id)!
  const connection = connect(five, server)
  render(
    <AuthProvider client={connection.client}>
      <Screen {...props} />
    </AuthProvider>,
  )
  return connection
}

const field = () => screen.getByLabelText<HTMLInputElement>('New password')
const type = (value: string) => fireEvent.change(field(), { target: { value } })
const pass = (milliseconds: number) => act(() => void vi.advanceTimersByTime(milliseconds))
const items = () =>
  within(screen.getByRole('list', { name: 'Password requirements' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)

describe('a new password', () => {
  it('UX-03: tells password managers the rules it has to keep', () => {
    show({ policy: STRICT })
    expect(field()).toHaveAttribute('autocomplete', 'new-password')
    expect(field()).toHaveAttribute(
      'passwordrules',
      'minlength: 10; maxlength: 64; required: upper; required: lower; required: digit; required: special;',
    )
    expect(field()).not.toHaveAttribute('maxlength')
    expect(field()).not.toHaveAttribute('minlength')
  })

  it('lists what is asked, and in words which of it is there', () => {
    show({ policy: STRICT })
    expect(items()).toEqual([
      'Use a password with 10 or more characters. Not met yet.',
      'Use at least one uppercase letter. Not met yet.',
      'Use at least one lowercase letter. Not met yet.',
      'Use at least one number. Not met yet.',
      'Use at least one special character. Not met yet.',
    ])
    type('Éè٣')
    expect(items()).toEqual([
      'Use a password with 10 or more characters. Not met yet.',
      'Use at least one uppercase letter. Met.',
      'Use at least one lowercase letter. Met.',
      'Use at least one number. Met.',
      'Use at least one special character. Not met yet.',
    ])
    expect(field()).not.toHaveAttribute('aria-invalid')
  })

  it('describes the field by what is asked, and does not change that while one types', () => {
    show({ policy: { minLength: 10, requires: ['digit'] } })
    const asked = /^Use a password with 10 or more characters\. Use at least one number\.\s*$/
    expect(field()).toHaveAccessibleDescription(asked)
    type('12')
    expect(field()).toHaveAccessibleDescription(asked)
  })

  it('A11Y-19: announces the count politely, once typing has paused for a second', () => {
    vi.useFakeTimers()
    show({ policy: STRICT })
    const region = screen.getByRole('status')
    expect(region).toHaveAttribute('aria-live', 'polite')
    pass(5_000)
    expect(region).toBeEmptyDOMElement()

    type('a')
    pass(900)
    type('ab')
    pass(900)
    expect(region).toBeEmptyDOMElement()
    pass(100)
    expect(region).toHaveTextContent('4 password requirements left.')

    type('Abcdefgh 1')
    pass(999)
    expect(region).toHaveTextContent('4 password requirements left.')
    pass(1)
    expect(region).toHaveTextContent('The password meets all requirements.')
  })

  it('A11Y-19: forgets what was typed as soon as the field is cleared', () => {
    vi.useFakeTimers()
    show({ policy: STRICT, strength: (password) => `Strength of ${password.length}` })
    type('abcdefgh')
    pass(1_000)
    expect(screen.getByText('Strength of 8')).toBeInTheDocument()
    fireEvent.click(screen.getByRole('button', { name: 'Clear' }))
    expect(field()).toHaveValue('')
    expect(screen.queryByText(/^Strength/)).toBeNull()
    expect(items()[0]).toMatch(/Not met yet\.$/)
    pass(0)
    type('x')
    expect(screen.queryByText(/^Strength/)).toBeNull()
  })

  it('A11Y-19: lets the app judge once typing pauses, politely', () => {
    vi.useFakeTimers()
    const strength = vi.fn((password: string) => <meter value={password.length} max={20} />)
    show({ strength })
    expect(strength).not.toHaveBeenCalled()
    type('abc')
    expect(strength).not.toHaveBeenCalled()
    pass(1_000)
    const meter = screen.getByRole('meter')
    expect(meter).toHaveAttribute('value', '3')
    expect(meter.closest('[aria-live]')).toHaveAttribute('aria-live', 'polite')
  })

  it('SEC-37: takes a password that is too long whole, and says by how much it may be', () => {
    show({ policy: STRICT, fault: { name: 'newPassword', reason: 'too_long' } })
    const long = 'Abc 1'.repeat(40)
    type(long)
    expect(field()).toHaveValue(long)
    expect(field()).toHaveAccessibleDescription(
      /Error: Use a password with 64 or fewer characters\./,
    )
  })

  it('A11Y-16: names its button after itself', () => {
    show()
    fireEvent.click(screen.getByRole('button', { name: 'Show new password' }))
    expect(screen.getByRole('button', { name: 'Hide new password' })).toBeVisible()
    expect(field()).toHaveAttribute('type', 'text')
  })
})

describe('the rules for a new password', () => {
  const asks = (requests: readonly { path: string }[]) =>
    requests.filter(({ path }) => path.endsWith('/password-policy')).length

  it('are the backend’s own, asked for once', async () => {
    const { server } = show({}, 'calimatic', { passwordMinLength: 12 })
    await waitFor(() => expect(items()[0]).toMatch(/^Use a password with 12 or more/))
    expect(asks(server.requests)).toBe(1)
  })

  it('ask for eight characters where the backend cannot be reached', async () => {
    const { server } = show({}, 'calimatic', { passwordMinLength: 12 })
    server.force('api_call', 'offline', { times: Number.POSITIVE_INFINITY })
    await waitFor(() => expect(asks(server.requests)).toBe(3), { timeout: 5_000 })
    expect(items()).toEqual(['Use a password with 8 or more characters. Not met yet.'])
  })

  it.each(['auth-svc', 'authos', 'intelliauth', 'edgebase'])(
    'ask for eight characters on %s, which tells none',
    async (id) => {
      const { server, client } = show({}, id)
      expect(items()).toEqual(['Use a password with 8 or more characters. Not met yet.'])
      await client.supports('getPasswordPolicy')
      expect(server.requests).toHaveLength(0)
    },
  )

  it('are the app’s where it has any, and nobody else is asked', async () => {
    const { server, client } = show({ policy: { minLength: 15 } }, 'calimatic')
    expect(items()).toEqual(['Use a password with 15 or more characters. Not met yet.'])
    await client.supports('getPasswordPolicy')
    expect(server.requests).toHaveLength(0)
  })
})

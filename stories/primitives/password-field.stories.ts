import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { PasswordField } from '../../src/primitives/index.js'
import { inLabelledField } from '../surroundings.js'

const meta = preview.meta({
  title: 'primitives/password-field',
  component: PasswordField,
  args: { showLabel: 'Show password', autoComplete: 'current-password' },
  decorators: inLabelledField('Password'),
})

export const ShownAndHidden = meta.story({
  args: { hideLabel: 'Hide password', reveal: (shown) => (shown ? 'Hide' : 'Show') },
  play: async ({ canvas, userEvent }) => {
    const field = canvas.getByLabelText('Password')
    await userEvent.type(field, 'correct horse')
    await expect(field).toHaveAttribute('type', 'password')
    await userEvent.click(canvas.getByRole('button', { name: 'Show password' }))
    await expect(field).toHaveAttribute('type', 'text')
    await expect(field).toHaveValue('correct horse')
    await userEvent.click(canvas.getByRole('button', { name: 'Hide password' }))
    await expect(field).toHaveAttribute('type', 'password')
  },
})

export const AToggle = meta.story({
  play: async ({ canvas, userEvent }) => {
    const toggle = canvas.getByRole('button', { name: 'Show password' })
    await expect(toggle).toHaveAttribute('aria-pressed', 'false')
    await userEvent.click(toggle)
    await expect(toggle).toHaveAttribute('aria-pressed', 'true')
  },
})

export const CapsLock = meta.story({
  args: { capsLockHint: 'Caps Lock is on.' },
  play: async ({ canvas, userEvent }) => {
    const field = canvas.getByLabelText('Password')
    await userEvent.type(field, '{CapsLock}a')
    await expect(field).toHaveAccessibleDescription('Caps Lock is on.')
    await userEvent.keyboard('{CapsLock}a')
    await expect(field).not.toHaveAccessibleDescription()
  },
})

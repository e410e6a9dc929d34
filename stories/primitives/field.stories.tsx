import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import {
  Field,
  FieldDescription,
  FieldError,
  FieldInput,
  FieldLabel,
} from '../../src/primitives/index.js'
import { inCard } from '../surroundings.js'

const meta = preview.meta({
  title: 'primitives/field',
  component: Field,
  decorators: inCard,
  render: (args) => (
    <Field {...args}>
      <FieldLabel>Email</FieldLabel>
      <FieldInput type="email" autoComplete="email" />
      <FieldDescription>We never show it to anybody.</FieldDescription>
      <FieldError prefix="Error:">{args.invalid && 'Enter your email.'}</FieldError>
    </Field>
  ),
})

export const Plain = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByText('Email'))
    const input = canvas.getByRole('textbox', { name: 'Email' })
    await expect(input).toHaveFocus()
    await expect(input).toHaveAccessibleDescription('We never show it to anybody.')
    await expect(input).toBeValid()
  },
})

export const Refused = meta.story({
  args: { invalid: true },
  play: async ({ canvas }) => {
    const input = canvas.getByRole('textbox', { name: 'Email' })
    await expect(input).toBeInvalid()
    await expect(input).toHaveAccessibleDescription(
      'We never show it to anybody. Error: Enter your email.',
    )
  },
})

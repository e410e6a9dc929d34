import { expect, fn, mocked } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { OtpField } from '../../src/primitives/index.js'
import { inLabelledField } from '../surroundings.js'

const meta = preview.meta({
  title: 'primitives/otp-field',
  component: OtpField,
  args: { onCodeChange: fn(), onComplete: fn() },
})

export const Pasted = meta.story({
  decorators: inLabelledField('Code'),
  play: async ({ args, canvas, userEvent }) => {
    const field = canvas.getByRole('textbox', { name: 'Code' })
    await userEvent.click(field)
    await userEvent.paste(' 123 456\n')
    await expect(field).toHaveValue('123456')
    await expect(mocked(args.onComplete!).mock.calls).toEqual([['123456']])
  },
})

export const TypedAndCorrected = meta.story({
  decorators: inLabelledField('Code'),
  play: async ({ args, canvas, userEvent }) => {
    const field = canvas.getByRole('textbox', { name: 'Code' })
    await userEvent.type(field, '12x345')
    await expect(field).toHaveValue('12345')
    await expect(args.onComplete).not.toHaveBeenCalled()
    await userEvent.type(field, '7{Backspace}6')
    await expect(args.onComplete).toHaveBeenLastCalledWith('123456')
  },
})

export const DigitsOfAnotherScript = meta.story({
  decorators: inLabelledField('Code'),
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Code' }), '١٢٣٤٥٦')
    await expect(mocked(args.onComplete!).mock.calls).toEqual([['123456']])
  },
})

export const BackupCode = meta.story({
  args: { alphabet: 'text', length: 9 },
  decorators: inLabelledField('Backup code'),
  play: async ({ args, canvas, userEvent }) => {
    const field = canvas.getByRole('textbox', { name: 'Backup code' })
    await userEvent.type(field, 'aB3d - 9xYz')
    await expect(field).toHaveValue('aB3d-9xYz')
    await expect(mocked(args.onComplete!).mock.calls).toEqual([['aB3d-9xYz']])
  },
})

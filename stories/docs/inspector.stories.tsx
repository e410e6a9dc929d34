import { expect, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { BACKEND_IDS } from '../../src/cli/backends.js'
import { OPERATIONS } from '../../src/errors/operation.js'
import { expectToFit, type Canvas } from '../expectations.js'
import { languageOf, NARROW, type Globals } from '../surroundings.js'
import type { TypedAnswer } from './inspection.js'
import { Inspector } from './inspector.js'

const LOCKED = JSON.stringify({ data: null, error: { code: 'ACCOUNT_LOCKED' } }, null, 2)

const meta = preview.meta({
  title: 'docs/inspector',
  args: {
    backend: 'auth-svc',
    operation: 'sign_in',
    status: '423',
    headers: 'Retry-After: 90',
    body: LOCKED,
    hadToken: false,
    again: false,
  },
  argTypes: {
    backend: { control: 'select' as const, options: BACKEND_IDS },
    operation: { control: 'select' as const, options: OPERATIONS },
  },
  parameters: { layout: 'fullscreen', options: { layout: { showPanel: false } } },
  render: (args: TypedAnswer, { globals }: { globals: Globals }) => (
    <Inspector key={JSON.stringify(args)} {...args} language={languageOf(globals)} />
  ),
})

async function seen(canvas: Canvas): Promise<Canvas> {
  return within(await canvas.findByRole('region', { name: 'What the user sees' }))
}

export const ALockout = meta.story({
  play: async ({ canvas }) => {
    const first = await seen(canvas)
    await expect(await first.findByRole('alert')).toHaveTextContent(
      'Too many failed attempts. Try again in 1 minute, 30 seconds.',
    )
    await expect(canvas.getByText('count_down')).toBeVisible()
  },
})

export const AnotherAnswer = meta.story({
  play: async ({ canvas, userEvent }) => {
    await seen(canvas)
    // Another header, and the same answer says another time.
    await userEvent.clear(canvas.getByLabelText('Headers'))
    await userEvent.type(canvas.getByLabelText('Headers'), 'Retry-After: 60')
    await waitFor(async () =>
      expect((await seen(canvas)).getByRole('alert')).toHaveTextContent('Try again in 1 minute.'),
    )
    await userEvent.selectOptions(canvas.getByLabelText('Backend'), 'better-auth')
    await userEvent.clear(canvas.getByLabelText('Status'))
    await userEvent.type(canvas.getByLabelText('Status'), '401')
    await userEvent.clear(canvas.getByLabelText('Body'))
    await userEvent.click(canvas.getByLabelText('Body'))
    await userEvent.paste('{"code":"INVALID_EMAIL_OR_PASSWORD"}')
    await waitFor(async () =>
      expect((await seen(canvas)).getByRole('alert')).toHaveTextContent(
        'The email or password is incorrect.',
      ),
    )
  },
})

export const ASuccess = meta.story({
  args: {
    backend: 'better-auth',
    operation: 'sign_out',
    status: '200',
    headers: '',
    body: '{"success":true}',
  },
  play: async ({ canvas }) => {
    await seen(canvas)
    await expect(canvas.getByText('signed_out')).toBeVisible()
  },
})

export const Junk = meta.story({
  args: { status: 'teapot', headers: 'no colon here', body: '{"error":' },
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(
      'the header "no colon here" has no colon.',
    )
    await userEvent.clear(canvas.getByLabelText('Headers'))
    await waitFor(() => expect(canvas.getByRole('alert')).toHaveTextContent('status is "teapot".'))
    await userEvent.clear(canvas.getByLabelText('Status'))
    await waitFor(() => expect(canvas.getByRole('alert')).toHaveTextContent('no status was given.'))
    // A body that is no JSON, of a status that nobody has, is an answer all the same.
    await userEvent.type(canvas.getByLabelText('Status'), '418')
    await expect(await (await seen(canvas)).findByRole('alert')).toBeVisible()
    await expect(canvas.getByText('report_unknown')).toBeVisible()
  },
})

export const OnASmallScreen = meta.story({
  ...NARROW,
  play: async ({ canvas }) => {
    await seen(canvas)
    await expectToFit()
  },
})

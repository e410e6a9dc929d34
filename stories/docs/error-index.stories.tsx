import { expect, within } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { expectToFit, type Canvas } from '../expectations.js'
import { languageOf, NARROW, type Globals } from '../surroundings.js'
import { ErrorIndex, type ErrorIndexProps } from './error-index.js'

const meta = preview.meta({
  title: 'docs/error-index',
  args: { search: '', backend: '', kind: '' },
  parameters: { layout: 'fullscreen', options: { layout: { showPanel: false } } },
  render: (args: ErrorIndexProps, { globals }: { globals: Globals }) => (
    <ErrorIndex key={Object.values(args).join(' ')} {...args} language={languageOf(globals)} />
  ),
})

async function opened(canvas: Canvas, button: HTMLElement): Promise<Canvas> {
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  const seen = within(canvas.getByRole('region', { name: 'What the user sees' }))
  await expect(canvas.getAllByRole('region', { name: 'What the server sends' })).toHaveLength(1)
  return seen
}

export const Index = meta.story({
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent(/^(\d+) of \1 answers$/)
    await expect(canvas.getAllByRole('columnheader')).toHaveLength(6)
  },
})

export const ByKeyboard = meta.story({
  play: async ({ canvas, userEvent }) => {
    const search = canvas.getByRole('searchbox', { name: 'Search' })
    await userEvent.click(search)
    await userEvent.keyboard('locked 423')
    const rows = canvas.getAllByRole('rowheader')
    await expect(canvas.getByRole('status')).toHaveTextContent(`${rows.length} of`)

    await userEvent.selectOptions(canvas.getByLabelText('Backend'), 'intelliauth')
    await expect(canvas.getAllByRole('rowheader')).toHaveLength(1)
    // The button, and what it opens, are the next stops of the keyboard.
    await userEvent.tab()
    await userEvent.tab()
    const button = canvas.getByRole('button', { name: '423 account_locked' })
    await expect(button).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    const seen = await opened(canvas, button)
    await expect(await seen.findByRole('alert')).toHaveTextContent(
      'Too many failed attempts. Try again in 1 minute, 30 seconds.',
    )
    await userEvent.keyboard('{Enter}')
    await expect(button).toHaveAttribute('aria-expanded', 'false')
  },
})

export const ByState = meta.story({
  args: { kind: 'mfa_required' },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByLabelText('State')).toHaveValue('mfa_required')
    const [first] = canvas.getAllByRole('button', { name: /^\d{3} / })
    await userEvent.click(first as HTMLElement)
    await opened(canvas, first as HTMLElement)
    await expect(canvas.getAllByRole('link', { name: 'mfa_required' })[0]).toHaveAttribute(
      'href',
      './?path=/docs/views-mfa-required--docs',
    )
  },
})

export const NothingFits = meta.story({
  args: { search: 'no such words' },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('No answer fits.')
    await expect(canvas.queryByRole('table')).toBeNull()
    await userEvent.clear(canvas.getByRole('searchbox'))
    await expect(canvas.getByRole('table')).toBeVisible()
    const shown = canvas.getAllByRole('rowheader').length
    await userEvent.click(canvas.getByRole('button', { name: /^Show \d+ more/ }))
    await expect(canvas.getAllByRole('rowheader').length).toBeGreaterThan(shown)
  },
})

export const OnASmallScreen = meta.story({
  ...NARROW,
  args: { backend: 'edgebase', search: 'captcha' },
  play: async ({ canvas, userEvent }) => {
    const [first] = canvas.getAllByRole('button', { name: /^\d{3} / })
    await userEvent.click(first as HTMLElement)
    await opened(canvas, first as HTMLElement)
    await expectToFit()
  },
})

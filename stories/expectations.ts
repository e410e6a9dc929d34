import { expect, waitFor, within } from 'storybook/test'

/** What `play` is given to find things in. */
export type Canvas = ReturnType<typeof within>

/** A state that leaves the form in place: one alert with this sentence. */
export async function expectAlert(canvas: Canvas, sentence: string | RegExp): Promise<void> {
  const alert = await canvas.findByRole('alert')
  await expect(
    await within(alert).findByText(sentence, { ignore: '[data-gw="visually-hidden"] *' }),
  ).toBeVisible()
}

/** One of the card's several places for messages has this one, and it is announced. */
export async function expectSaid(canvas: Canvas, sentence: string | RegExp): Promise<void> {
  const said = await canvas.findByText(sentence, { ignore: '[data-gw="visually-hidden"] *' })
  await expect(said).toBeVisible()
  await expect(said.closest('[role="alert"]')).not.toBeNull()
}

/** A state that takes the form's place: a region whose heading has the focus, with this sentence. */
export async function expectPanel(
  canvas: Canvas,
  title: string,
  sentence?: string | RegExp,
): Promise<void> {
  const panel = await canvas.findByRole('region', { name: title })
  await waitFor(() => expect(within(panel).getByRole('heading', { name: title })).toHaveFocus())
  if (sentence !== undefined) await expect(within(panel).getByText(sentence)).toBeVisible()
}

/** Several fields are refused: the summary has the focus, and leads to each of them by these words. */
export async function expectSummary(canvas: Canvas, ...links: readonly string[]): Promise<void> {
  const summary = await canvas.findByRole('group', { name: "There's a problem" })
  await waitFor(() => expect(summary).toHaveFocus())
  const shown = within(summary).getAllByRole('link')
  await expect(shown.map(({ textContent }) => textContent)).toEqual(links)
}

/** What can be done next, by name and in order. */
export async function expectActions(canvas: Canvas, ...names: readonly string[]): Promise<void> {
  const controls = [...canvas.queryAllByRole('button'), ...canvas.queryAllByRole('link')]
  const offered = controls.filter((control) => control.matches('[data-gw="actions"] > *'))
  const inOrder = offered.toSorted((a, b) =>
    a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  )
  await expect(inOrder.map(({ textContent }) => textContent)).toEqual(names)
}

/** Nothing has to be scrolled sideways on the narrowest screen. */
export async function expectToFit(): Promise<void> {
  await expect(window.innerWidth).toBe(320)
  await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
}

/** The card is drawn for a dark page, whatever the visitor's own system prefers. */
export async function expectDark(canvasElement: HTMLElement): Promise<void> {
  await expect(canvasElement.querySelector('[data-gatewright]')).toHaveStyle({
    colorScheme: 'dark',
  })
}

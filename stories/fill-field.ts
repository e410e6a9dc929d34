import type { FlowPlay } from './flow-scene.js'

/** Puts a text in place of a field's own, all at once as a password manager does: key by key it takes seconds. */
export async function fillField(
  { userEvent }: Pick<FlowPlay, 'userEvent'>,
  field: HTMLElement,
  text: string,
): Promise<void> {
  await userEvent.clear(field)
  if (text !== '') await userEvent.paste(text)
}

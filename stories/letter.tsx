import { Card } from '../src/components/parts/card.js'
import { Field, FieldInput, FieldLabel } from '../src/primitives/index.js'
import type { FlowPlay } from './flow-scene.js'

/** A page of somebody's own, on which something can be lost. */
export function Letter() {
  return (
    <Card>
      <Field>
        <FieldLabel>Letter</FieldLabel>
        <FieldInput />
      </Field>
    </Card>
  )
}

/** Begins the letter, and gives its field. */
export async function beginLetter({
  canvas,
  userEvent,
}: Pick<FlowPlay, 'canvas' | 'userEvent'>): Promise<HTMLElement> {
  const letter = await canvas.findByRole('textbox', { name: 'Letter' })
  await userEvent.type(letter, 'Dear')
  return letter
}

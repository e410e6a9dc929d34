import axe from 'axe-core'
import { expect } from 'vitest'

/** No accessibility fault in what is shown. Colours are judged in a real browser: here nothing is painted. */
export async function auditAccessibility(container: Element): Promise<void> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
  ).toEqual([])
}

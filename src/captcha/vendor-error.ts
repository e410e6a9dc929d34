/** A fault that a vendor's widget reports by a word or number of its own. */
export function vendorError(id: string, code: unknown): Error {
  const word = typeof code === 'string' || typeof code === 'number' ? ` (${code})` : ''
  return new Error(`Gatewright: the widget of ${id} could not carry out its check${word}.`)
}

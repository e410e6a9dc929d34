/** Milliseconds until the browser has surely begun to read the file. */
const READ_BY_THEN_MS = 1_000

/** Hands a text to the person as a file; it is held no longer than it takes to save. */
export function saveAsFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), READ_BY_THEN_MS)
}

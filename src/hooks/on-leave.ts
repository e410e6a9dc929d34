/** Calls back when the page is left, as a page kept for the back button is not taken down. Returns the undo. */
export function onLeave(drop: () => void): () => void {
  window.addEventListener('pagehide', drop)
  return () => window.removeEventListener('pagehide', drop)
}

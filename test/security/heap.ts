import { textsIn } from './canaries.js'

/**
 * What React keeps of a page: the state, refs and props of its components, and what can be reached from them, such as
 * a form library's own. What only a closure holds cannot be seen.
 */
export function textsOfComponents(container: Element): string[] {
  const key = Object.keys(container).find((name) => name.startsWith('__reactContainer$'))
  if (key === undefined) throw new Error('React has rendered nothing here.')
  const root: unknown = Reflect.get(container, key)
  return textsIn(kept(root as Fiber), isFiber)
}

/** Where an element names its owner, React's own books begin, with renderings that are over. */
function isFiber(value: object): boolean {
  return 'memoizedProps' in value && 'alternate' in value
}

interface Fiber {
  memoizedState: unknown
  memoizedProps: unknown
  ref: unknown
  stateNode: unknown
  child: Fiber | null
  sibling: Fiber | null
}

/** Neither the trees of earlier renderings nor the notes for developers: only what the page is drawn from. */
function kept(root: Fiber): unknown[] {
  const found: unknown[] = []
  const left: (Fiber | null)[] = [currentOf(root)]
  while (left.length > 0) {
    const fiber = left.pop()
    if (!fiber) continue
    found.push(fiber.memoizedState, fiber.memoizedProps, fiber.ref)
    left.push(fiber.child, fiber.sibling)
  }
  return found
}

function currentOf(root: Fiber): Fiber {
  return (root.stateNode as { current: Fiber }).current
}

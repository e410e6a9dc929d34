import { afterEach, vi } from 'vitest'

// The files of one worker share its modules and globals: each test finds them as they were.
afterEach(() => {
  vi.unstubAllGlobals()
  // Before the timers, which may have been spied on while they were false.
  vi.restoreAllMocks()
  vi.useRealTimers()
})

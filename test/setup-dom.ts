import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { forgetLink } from '../src/hooks/link-token.js'

// A busy machine may take seconds over what an idle one does at once.
configure({ asyncUtilTimeout: 10_000 })

// The files of one worker share its page: each test finds it as a visitor would.
afterEach(() => {
  cleanup()
  if (typeof window === 'undefined') return
  history.replaceState(null, '', '/')
  localStorage.clear()
  sessionStorage.clear()
  for (const purpose of ['reset_password', 'verify_email', 'magic_link'] as const) {
    forgetLink(purpose)
  }
})

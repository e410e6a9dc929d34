import { ACCOUNT_FLOWS } from './account-flows.js'
import type { Flow } from './flow.js'
import { OTHER_FACTORS } from './other-factors.js'
import { WAYS_IN } from './ways-in.js'

/** Every flow of the kit on which a secret travels. */
export const EVERY_FLOW: readonly Flow[] = [...WAYS_IN, ...OTHER_FACTORS, ...ACCOUNT_FLOWS]

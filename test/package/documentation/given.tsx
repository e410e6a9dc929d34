import type { ReactNode } from 'react'
import type { AuthClient } from '../../../src/client/index.js'
import type { FakeAuthServer } from '../../../src/testing/index.js'

// What a fragment of a guide may name without saying where it comes from: the reader's own things.

/** The app's client, as `client.ts` of each guide makes it. */
export declare const client: AuthClient

/** What stands below the provider. */
export declare const page: ReactNode

/** Where the backend is. */
export declare const baseUrl: string

/** A fake server in a test. */
export declare const server: FakeAuthServer

/** Where the reader's app is in an end-to-end test. */
export declare const appOrigin: string

/** When the app's own server ends the session, and what puts that off. */
export declare const endsAt: number
export declare const setEndsAt: (instant: number) => void
export declare const prolong: () => Promise<number>

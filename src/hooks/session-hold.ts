'use client'
import { createContext } from 'react'

/** True while a `<SessionEnded>` above keeps the page of a session that has ended. */
export const SessionHold = createContext(false)

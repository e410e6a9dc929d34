'use client'
import { createContext } from 'react'

/** What the parts of one field know of each other. */
export interface FieldContextValue {
  controlId: string
  setControlId: (id: string | null) => void
  invalid: boolean
  /** Ids of the parts that describe the control, in the order they are read. */
  describedBy: readonly string[]
  /** Adds a describing part and returns the undo. */
  describe: (id: string) => () => void
}

/** Ties the parts of one field together. */
export const FieldContext = createContext<FieldContextValue | null>(null)

'use client'
import { createContext, useCallback, useContext, useEffect, useReducer } from 'react'
import type { FieldFault } from '../../hooks/form-errors.js'
import { FieldContext } from '../../primitives/field/field-context.js'

/** A control by its id, and what is wrong with it as JSON; null where nothing is. */
type Report = (id: string, fault: string | null) => void

/** Where the fields of a form report what is wrong with them; null outside of one. */
export const FormFaults = createContext<Report | null>(null)

/** Reports what is wrong with the field around. */
export function useFaultReport(fault: FieldFault | null): void {
  const id = useContext(FieldContext)?.controlId
  const report = useContext(FormFaults)
  // A text, because each render makes another object of the same fault.
  const text = fault && JSON.stringify(fault)
  useEffect(() => {
    if (id !== undefined) report?.(id, text)
  }, [id, report, text])
}

interface Faults {
  /** In the order of the fields. */
  byId: ReadonlyMap<string, string | null>
  /** The attempt that was stopped by several; null where there was none or one. */
  summedUp: number | null
}

type Change = { id: string; fault: string | null } | { attempts: number }

const NONE: Faults = { byId: new Map(), summedUp: null }

export interface FaultSummary {
  report: Report
  /** What is wrong, by the id of the control, after an attempt that was stopped by several. */
  refused: readonly (readonly [string, FieldFault])[]
  /** Another number for each summary that is new. */
  summedUp: number | null
}

/** Collects what is wrong with the fields of a form, and sums it up after each attempt that more than one has stopped. */
export function useFormFaults(attempts: number): FaultSummary {
  const [{ byId, summedUp }, change] = useReducer(faultsAfter, NONE)
  const report = useCallback<Report>((id, fault) => change({ id, fault }), [])
  // After the reports of this attempt: effects of fields run before that of their form.
  useEffect(() => change({ attempts }), [attempts])
  return { report, refused: summedUp === null ? [] : refusedIn(byId), summedUp }
}

function faultsAfter(faults: Faults, change: Change): Faults {
  if ('attempts' in change) {
    const isSeveral = refusedIn(faults.byId).length > 1
    return { ...faults, summedUp: isSeveral ? change.attempts : null }
  }
  const { id, fault } = change
  return { ...faults, byId: new Map([...faults.byId, [id, fault]]) }
}

function refusedIn(byId: Faults['byId']): (readonly [string, FieldFault])[] {
  return [...byId].flatMap(([id, fault]) =>
    fault === null ? [] : [[id, JSON.parse(fault) as FieldFault] as const],
  )
}

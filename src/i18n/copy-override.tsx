'use client'
import { useContext, useMemo, type ReactNode } from 'react'
import { CopyContext } from './copy-context.js'
import type { CopyOverrides } from './resources.js'
import { createTranslator, overridden } from './translator.js'

/** What `<CopyOverride>` says differently, and where. */
export interface CopyOverrideProps {
  /** Sentences by language and key; all others come from the provider around it. */
  copy: CopyOverrides | undefined
  children?: ReactNode
}

/** Says some sentences differently in one place. */
export function CopyOverride({ copy, children }: CopyOverrideProps) {
  const around = useContext(CopyContext)
  const settings = useMemo(() => {
    if (!copy) return around
    const usual = around?.translator ?? createTranslator()
    const translator = overridden(usual, copy)
    const direction = around?.direction ?? usual.direction
    return { translator, direction, revision: around?.revision }
  }, [around, copy])
  return <CopyContext.Provider value={settings}>{children}</CopyContext.Provider>
}

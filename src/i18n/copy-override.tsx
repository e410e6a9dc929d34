'use client'
import { useContext, useMemo, type ReactNode } from 'react'
import { CopyContext } from './copy-context.js'
import type { CopyOverrides } from './resources.js'
import { createTranslator } from './translator.js'

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
    const { t, language, direction } = around?.translator ?? createTranslator()
    const translator = createTranslator(language, {
      copy,
      translate: (key, values) => t(key, values),
    })
    return { translator, direction: around?.direction ?? direction, revision: around?.revision }
  }, [around, copy])
  return <CopyContext.Provider value={settings}>{children}</CopyContext.Provider>
}

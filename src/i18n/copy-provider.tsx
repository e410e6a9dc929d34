'use client'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { i18n as I18n } from 'i18next'
import { CopyContext } from './copy-context.js'
import type { Direction } from './languages.js'
import { languagesInMemory, type CopyOverrides, type LanguageCopy } from './resources.js'
import { createTranslator, loadChain, NAMESPACE, type Translate } from './translator.js'

/** The language and the words of everything below. */
export interface CopyProviderProps {
  /** BCP 47 tag. Default: the language of `i18n`, else English. */
  language?: string | undefined
  /** The app's i18next instance; texts in its namespace `gatewright` come before the kit's. */
  i18n?: I18n | undefined
  /** The app's own translate function, for any other library. */
  translate?: Translate | undefined
  /** The app's own sentences by language and key. */
  copy?: CopyOverrides | undefined
  /** Languages to try before English. */
  fallback?: readonly string[] | undefined
  /** Overrides the language's own writing direction. */
  dir?: Direction | undefined
  children?: ReactNode
}

// English shows until a language has arrived; suspending would blank the form.
const BINDING = {
  useSuspense: false,
  bindI18n: 'languageChanged loaded',
  bindI18nStore: 'added removed',
} as const

/** Sets the language and the copy of everything below it. A language that is still on its way shows as English. */
export function CopyProvider({
  language,
  i18n,
  translate,
  copy,
  fallback,
  dir,
  children,
}: CopyProviderProps) {
  const wanted = language ?? i18n?.language ?? 'en'
  const languages = useLanguages(wanted, fallback)
  const translator = useMemo(
    () => createTranslator(wanted, { i18n, translate, copy, fallback, languages }),
    [wanted, i18n, translate, copy, fallback, languages],
  )
  const { t: revision } = useTranslation(NAMESPACE, {
    ...BINDING,
    i18n: i18n ?? translator.i18n,
  })
  const settings = useMemo(
    () => ({ translator, direction: dir ?? translator.direction, revision }),
    [translator, dir, revision],
  )
  return <CopyContext.Provider value={settings}>{children}</CopyContext.Provider>
}

/** Fetches the language; a new map once that or another provider brought one in. */
function useLanguages(
  wanted: string,
  fallback: readonly string[] | undefined,
): ReadonlyMap<string, LanguageCopy> {
  const [languages, setLanguages] = useState(languagesInMemory)
  useEffect(() => {
    let mounted = true
    async function load(): Promise<void> {
      await loadChain(wanted, fallback)
      if (mounted) setLanguages(languagesInMemory())
    }
    void load()
    return () => {
      mounted = false
    }
  }, [wanted, fallback])
  return languages
}

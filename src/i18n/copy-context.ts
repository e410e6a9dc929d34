'use client'
import { createContext } from 'react'
import type { Direction } from './languages.js'
import type { Translator } from './translator.js'

export interface CopySettings {
  translator: Translator
  direction: Direction
  /** Another value whenever texts of the app's i18next instance arrive or its language changes. */
  revision: unknown
}

/** The copy of the nearest provider; null above any. */
export const CopyContext = createContext<CopySettings | null>(null)

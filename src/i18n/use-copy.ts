'use client'
import { Fragment, createElement, useContext, useMemo, type ReactNode } from 'react'
import type { FieldError } from '../errors/failure-data.js'
import type { UiState } from '../ui-state/ui-state.js'
import { CopyContext } from './copy-context.js'
import { copyOf, fieldCopy, type CopyValues } from './copy-of.js'
import { directionOf, readAlike, type Direction } from './languages.js'
import type { CopyKey } from './resources.js'
import { createTranslator, type Sentence, type Translator } from './translator.js'

/** The kit's sentences in the language of the nearest provider. */
export interface Copy {
  /** The sentence for a key. */
  t: (key: CopyKey, values?: CopyValues) => string
  /**
   * The sentence for a key, to be shown: where it is in another language than `language`, such as English for want of a
   * translation, an element says so, for those who hear it and for its direction.
   */
  say: (key: CopyKey, values?: CopyValues) => ReactNode
  /** The sentence for a key with elements in the places of its placeholders. */
  rich: (key: CopyKey, elements: Readonly<Record<string, ReactNode>>) => ReactNode
  /** Language of the sentences (BCP 47), for the `lang` attribute. */
  language: string
  /** Writing direction, for the `dir` attribute. */
  dir: Direction
  /** A span of time in words: "1 minute, 5 seconds". */
  duration: (seconds: number) => string
  /** What a state says, or null where nothing is to be said. */
  sentenceFor: (state: UiState) => string | null
  /** What a field's error says, as `toFieldError` gives it. */
  sentenceForField: (error: FieldError) => string
}

/** Copy in the language of the nearest provider, in English without one. */
export function useCopy(): Copy {
  const settings = useContext(CopyContext)
  return useMemo(() => {
    const translator = settings?.translator ?? createTranslator()
    const { t, duration, language } = translator
    return {
      t,
      say: (key, values) => marked(translator, translator.find(key, values)),
      rich: (key, elements) => rich(translator, key, elements),
      language,
      dir: settings?.direction ?? translator.direction,
      duration,
      sentenceFor(state) {
        const copy = copyOf(state)
        return copy && t(copy.key, copy.values)
      },
      sentenceForField(error) {
        const { key, values, serverText } = fieldCopy(error)
        return serverText ?? t(key, values)
      },
    }
  }, [settings])
}

// A private-use character cannot occur in a sentence, so what stands between two of them is a placeholder's name.
const MARK = '\uE000'

function rich(
  translator: Translator,
  key: CopyKey,
  elements: Readonly<Record<string, ReactNode>>,
): ReactNode {
  const marks = Object.keys(elements).map((name) => [name, `${MARK}${name}${MARK}`])
  const sentence = translator.find(key, Object.fromEntries(marks) as CopyValues)
  const parts = sentence.text
    .split(MARK)
    .map((part, index) =>
      index % 2 === 0 ? part : createElement(Fragment, { key: index }, elements[part]),
    )
  return marked(translator, sentence, parts)
}

/** Says of which language a sentence is, where that is not the language around it. */
function marked(
  { language: around }: Translator,
  { text, language }: Sentence,
  shown: ReactNode = text,
): ReactNode {
  if (readAlike(language, around)) return shown
  return createElement('span', { lang: language, dir: directionOf(language) }, shown)
}

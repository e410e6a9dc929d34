import { RESPONSES, RETRIES } from '../../src/cli/words.js'
import { rowOf } from '../../src/errors/catalogue.js'
import { copyOf, fieldCopy } from '../../src/i18n/copy-of.js'
import { createTranslator } from '../../src/i18n/translator.js'
import { surfaceOf } from '../../src/components/surface.js'
import type { UiState } from '../../src/ui-state/ui-state.js'
import { code } from './markdown.js'

export const STATE_HEADS = ['Code', 'State', 'The user reads', 'The program', 'Sent again by']

const english = createTranslator('en')

/** A wait that a server names, for the sentence that counts it down. */
const NAMED_WAIT = 90

/** What a state is and does, as the cells below `STATE_HEADS`. */
export function stateCells(state: UiState): string[] {
  const { response, retry, then } = rowOf(state.code)
  return [
    code(state.code),
    code(state.kind),
    wordsOf(state),
    RESPONSES[response],
    then === undefined ? RETRIES[retry] : `${RETRIES[retry]}; after that it is ${code(then)}`,
  ]
}

function wordsOf(state: UiState): string {
  const said = sentencesOf(state)
  if (said.length > 0) {
    const own = rowOf(state.code).serverText && !namesFields(state)
    return own
      ? `${said.join(' ')} Where the answer has words for users, those, as plain text.`
      : said.join(' ')
  }
  if (surfaceOf(state) === 'panel' || state.kind === 'captcha_required') return '_its own screen_'
  return '_nothing_'
}

function namesFields(state: UiState): boolean {
  return state.kind === 'field_errors' && state.fields.length > 0
}

function sentencesOf(state: UiState): string[] {
  if (state.kind === 'field_errors' && state.fields.length > 0) {
    return state.fields.map((field) => {
      const { key, values } = fieldCopy(field)
      return `${code(field.name)}: ${english.t(key, values)}`
    })
  }
  const plain = sentenceOf(state)
  if (plain === null) return []
  const timed =
    'retryAfterSeconds' in state ? sentenceOf({ ...state, retryAfterSeconds: NAMED_WAIT }) : null
  return timed === null || timed === plain ? [plain] : [plain, `Where a wait is named: ${timed}`]
}

function sentenceOf(state: UiState): string | null {
  const copy = copyOf(state)
  return copy && english.t(copy.key, copy.values)
}

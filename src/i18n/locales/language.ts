import type { LanguageCopy } from '../resources.js'
import english from './en.js'

/** What each module of `gatewright/locales/` holds: the copy of one language. */
const language: LanguageCopy = english

export default language

import de from '../../../locales/de.json' with { type: 'json' }
import type { LanguageCopy } from '../resources.js'

/** The German copy. */
const german: LanguageCopy = de

export default german

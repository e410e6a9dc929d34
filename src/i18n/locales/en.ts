import en from '../../../locales/en.json' with { type: 'json' }

/** The English copy: the source every other language is measured against. */
const english = en

export default english

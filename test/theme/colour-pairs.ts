const SURFACES = [
  'canvas',
  'surface',
  'surface-subtle',
  'danger-surface',
  'notice-surface',
  'success-surface',
]

/** Which token is written on which. */
export const TEXT_PAIRS: readonly (readonly string[])[] = [
  ...SURFACES.flatMap((surface) => [
    ['text', surface],
    ['text-muted', surface],
    ['link', surface],
  ]),
  ['danger', 'surface'],
  ['danger', 'danger-surface'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-brand', 'brand'],
]

/** Which token draws something that has to be seen on which. */
export const BORDER_PAIRS: readonly (readonly string[])[] = [
  ['border', 'surface'],
  ['border', 'surface-subtle'],
  ['text-muted', 'surface'],
  ['accent', 'surface'],
  ['danger', 'surface'],
  ['danger', 'danger-surface'],
  ['notice', 'surface'],
  ['success', 'surface'],
  ...SURFACES.map((surface) => ['focus', surface]),
]

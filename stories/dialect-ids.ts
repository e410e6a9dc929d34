/** The backends whose dialect the fake auth server speaks. */
export const DIALECT_IDS = ['calimatic', 'auth-svc', 'authos', 'intelliauth', 'edgebase'] as const

export type DialectId = (typeof DIALECT_IDS)[number]

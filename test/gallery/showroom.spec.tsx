import { describe, expect, it } from 'vitest'
import { DOCUMENTED } from '../../stories/documented-answers.js'
import { STATE_FACTS } from '../../src/ui-state/state-facts.js'
import { BETTER_AUTH_ROWS } from '../contract/better-auth-rows.js'
import { CASES, SEEDS } from '../contract/seed-rows.js'

const VIEWS = import.meta.glob<string>('../../stories/views/*.stories.tsx', {
  query: '?raw',
  import: 'default',
  eager: true,
})

describe('the showroom', () => {
  it('lists every documented code, each once for each state it leads to', () => {
    const ids = DOCUMENTED.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const listed = new Set(DOCUMENTED.map(({ id }) => id.split(' ')[0]))
    expect(SEEDS.filter(({ id }) => !listed.has(id))).toEqual([])
    const ofBetterAuth = new Set(
      BETTER_AUTH_ROWS.map(({ code, at }) => `better-auth:${code}:${at}`),
    )
    expect([...ofBetterAuth].filter((id) => !listed.has(id))).toEqual([])
    expect(listed.size).toBe(SEEDS.length + ofBetterAuth.size)
  })

  it('names every operation at which an answer is known', () => {
    const asked = DOCUMENTED.filter(({ backend }) => backend !== 'better-auth').flatMap(
      ({ askedAt }) => askedAt,
    )
    expect(asked).toHaveLength(CASES.length)
  })

  it('has a page for every view', () => {
    const without = Object.entries(VIEWS).filter(([, code]) => !code.includes("tags: ['autodocs']"))
    expect(without).toEqual([])
    expect(Object.keys(VIEWS)).toHaveLength(Object.keys(STATE_FACTS).length)
  })
})

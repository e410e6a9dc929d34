import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeReport, reportOn, requiredGroups } from '../../scripts/requirement-report.js'
import { projectTitles, testTitles } from '../../scripts/test-titles.js'
import requirements from '../requirements.json' with { type: 'json' }

describe('the titles of tests', () => {
  it('are found however a test is written', () => {
    const source = `
      it('UX-01: plainly', () => {})
      test(\`UX-02: for \${name}\`, async ({ page }) => {})
      it.each([1, 2])('UX-03: %s', () => {})
      it.each\`a\`('UX-04: $a', () => {})
      it.only('UX-05: ' + 'in two parts', () => {})
      describe('UX-06: a group', () => {
        it('of one', () => {})
      })
      test.describe('a group', () => {
        test('UX-07: of another runner', () => {})
      })
      describe.each(ALL)('%s', () => it('UX-08: in many', () => <b />))
    `
    expect(testTitles(source, 'a.test.tsx')).toEqual([
      'UX-01: plainly',
      'UX-02: for …',
      'UX-03: %s',
      'UX-04: $a',
      'UX-05: in two parts',
      'UX-06: a group of one',
      'a group UX-07: of another runner',
      '%s UX-08: in many',
    ])
  })

  it('are those of stories that are played, and of their tests', () => {
    const source = `
      export const Shown = meta.story({ name: 'UX-01: only shown' })
      export const Played = meta.story({ name: 'UX-02: played', play: async () => {} })
      export const Usual = meta.story({ play: async () => {} })
      Usual.test('UX-03: tested', async () => {})
    `
    expect(testTitles(source, 'a.stories.tsx')).toEqual(['UX-02: played', 'UX-03: tested'])
  })

  it('are no comments, no other texts, and none of tests that are not run', () => {
    const source = `
      // it('UX-01: out of use', () => {})
      /** UX-02: a comment */
      const text = "it('UX-03', () => {})"
      it('a test', () => expect('UX-04').toBe(text))
      it.skip('UX-05: left out', () => {})
      it.todo('UX-06: to come')
      test.fixme('UX-07: broken', () => {})
      describe.skip('a group', () => {
        it('UX-08: left out with its group', () => {})
      })
      describe('UX-09: empty', () => {})
      submit('UX-10: of something else', () => {})
    `
    expect(testTitles(source, 'a.test.ts')).toEqual(['a test'])
  })

  it('cannot be had of a file that is broken', () => {
    expect(() => testTitles('it(', 'broken.test.ts')).toThrow(
      /^Gatewright: broken\.test\.ts cannot be read: /,
    )
  })
})

describe('the list of requirements', () => {
  const asked = {
    'SEC-01': 'Safe',
    'SEC-02': 'Sound',
    'A11Y-01': 'Usable',
    'UX-01': 'Pleasant',
  }
  const titles = ['SEC-01, A11Y-01: is both', 'UX-99: is something else']
  const log = '**Not sound.** SEC-02 is left to the app, because we cannot know.'
  const report = reportOn(asked, titles, log)

  it('tells what is tested, what was decided against and what is missing', () => {
    expect(report.groups).toEqual([
      { group: 'SEC', tested: ['SEC-01'], decided: ['SEC-02'], missing: [] },
      { group: 'A11Y', tested: ['A11Y-01'], decided: [], missing: [] },
      { group: 'UX', tested: [], decided: [], missing: ['UX-01'] },
    ])
    expect(report.unknown).toEqual(['UX-99'])
    expect(describeReport(report, asked)).toBe(
      [
        'SEC: 1 tested, 1 decided, 0 missing',
        '  decided: SEC-02',
        'A11Y: 1 tested, 0 decided, 0 missing',
        'UX: 0 tested, 0 decided, 1 missing',
        '  UX-01 Pleasant',
        'Nobody asks for: UX-99',
      ].join('\n'),
    )
  })

  it('insists on the groups that are named, and on their names', () => {
    expect(requiredGroups('SEC, UX', report).map(({ group }) => group)).toEqual(['SEC', 'UX'])
    expect(() => requiredGroups('UI', report)).toThrow(
      'Gatewright: --require got "UI". No group of requirements has that name.',
    )
  })
})

describe('this project', () => {
  const decisions = readFileSync('docs/decisions.md', 'utf8')
  const report = reportOn(requirements, projectTitles(), decisions)

  it('knows all that is asked of it, each in words of its own', () => {
    expect(report.groups.map(({ group }) => group)).toEqual(['SEC', 'REL', 'A11Y', 'UX', 'I18N'])
    const words = Object.values(requirements)
    expect(words).toHaveLength(199)
    expect(new Set(words).size).toBe(words.length)
    expect(words.filter((title) => title.length > 90)).toEqual([])
  })

  it('names no requirement that there is not', () => {
    expect(report.unknown).toEqual([])
  })

  it.each(['UX'])('has a test of every requirement of %s', (group) => {
    const [{ missing } = { missing: ['?'] }] = requiredGroups(group, report)
    expect(missing).toEqual([])
  })
})

// Lists the requirements that no test's title names: `npm run requirements -- --require UX` fails while UX has one.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  describeReport,
  reportOn,
  requiredGroups,
  type Requirements,
} from './requirement-report.js'
import { projectTitles } from './test-titles.js'

const requirements = JSON.parse(readFileSync('test/requirements.json', 'utf8')) as Requirements
const report = reportOn(requirements, projectTitles(), readFileSync('docs/decisions.md', 'utf8'))
const { values } = parseArgs({ options: { require: { type: 'string' } } })
const required = values.require === undefined ? [] : requiredGroups(values.require, report)

console.log(describeReport(report, requirements))
const isIncomplete = required.some(({ missing }) => missing.length > 0)
process.exitCode = isIncomplete || report.unknown.length > 0 ? 1 : 0

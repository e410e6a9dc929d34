import type { Documented } from './full-backends.js'
import { actionMatrix, missingActions, requestTable } from './actions.js'
import { codeTable, statusTable, textTable } from './backend-tables.js'
import { code } from './markdown.js'

/** What the tables of a backend say, as the part of its page that is not written by hand. */
export async function backendPart(documented: Documented): Promise<string> {
  const { full } = documented
  const texts = textTable(full)
  return [
    '## What it says, and what becomes of it',
    "A code leads to one state at each operation. With `accountDisclosure: 'hide'`, the default, a sign-in shows wrong " +
      'credentials in place of whatever tells of an account' +
      `${proved(full.provedAtSignIn ?? [])}; see [disclosure](../disclosure.md). Each answer with its screen is in ` +
      `Storybook's error index, under ${code(`docs/error-index`)}.`,
    codeTable(full),
    ...(texts === null
      ? []
      : [
          '## Where the text decides',
          'Tried before the codes, from the first to the last. A pattern stands between slashes.',
          texts,
        ]),
    'What stands in neither is [read by its status](README.md#what-a-bare-status-means), and is `unknown` where that ' +
      'says nothing. The raw code and the request id are kept for support.',
    '## What it can be asked for',
    '`client.perform(action, input)` sends these, and the hooks do. `client.supports(action)` tells which there are.',
    await requestTable(documented),
    `It has no ${await missingActions(documented)}.`,
  ].join('\n\n')
}

/** What holds for all of them. */
export async function overviewPart(all: readonly Documented[]): Promise<string> {
  return [
    '## Who can do what',
    'With every option that adds a request; the pages say which need one.',
    await actionMatrix(all),
    '## What a bare status means',
    'For an answer whose code and text stand in no table of its backend. A status that is not listed is a server ' +
      'error from 500 on, and `unknown` below.',
    statusTable(),
  ].join('\n\n')
}

function proved(codes: readonly string[]): string {
  return codes.length === 0
    ? ''
    : `, but for what it sends only once the password was right: ${codes.map(code).join(', ')}`
}

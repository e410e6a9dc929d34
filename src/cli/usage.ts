import { OPERATIONS } from '../errors/operation.js'
import { BACKEND_IDS } from './backends.js'

/** What `gatewright --help` prints. */
export const USAGE = `Usage
  gatewright explain <backend> <operation> --status <number> [options]
  gatewright explain <backend> <operation> --network offline|timeout [options]
  gatewright explain --jsonl [--locale <language>] < questions.jsonl
  gatewright locales <language>.json ... [--language <tag>] [--json]
  gatewright locales --overrides <file>.json ... [--json]

explain says what a user would see and what the program would do for an answer of a backend.
locales compares the copy of an app with the English copy of this version: a language that the app adds,
which has to be whole, or with --overrides the sentences it says differently, as {"de": {...}, "fr": {...}}.

Options of explain
  --status <number>     HTTP status of the answer
  --header 'Name: v'    a header of the answer; may be given more than once
  --body <file>         body of the answer; - reads standard input
  --network <how>       no answer came: offline or timeout
  --attempt <number>    1 for the first try (default), 2 for the replay after a refresh
  --had-token           the request carried an access token
  --factor <factor>     the factor a code was typed for, such as totp or backup_code
  --locale <language>   language of the sentence, such as de (default: en)
  --json                print {"code","kind","data","copy","response","raw"}
  --jsonl               read one question a line from standard input, print one answer a line;
                        {"backend","operation","status","headers","body"} or "network" instead of
                        "status"; also "attempt", "hadToken", "factor"

Backends
  ${BACKEND_IDS.join(', ')}

Operations
  ${wrapped(OPERATIONS)}

Options of locales
  --overrides           the files hold some sentences, by language
  --language <tag>      BCP 47 tag of the language, where the name of the file does not say it
  --json                print [{"file","language","sentences","faults":[{"key","fault","detail"}]}]

Exit status
  0 explained or clean, 1 some lines of --jsonl were no question or a copy has faults,
  2 the command was typed wrongly
`

function wrapped(words: readonly string[]): string {
  return words.join(', ').replace(/(.{60,80},) /g, '$1\n  ')
}

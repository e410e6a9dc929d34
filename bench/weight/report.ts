import type { Figure } from '../performance/figures.js'
import { ADAPTER_NAMES, laterScripts, weighAdapter, weighPage, weighStyles } from './weigh.js'

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

/** What the pages weigh, beside what they are to weigh. */
export async function weightFigures(): Promise<Figure[]> {
  const byHand = await weighPage('hand-written')
  const mini = await weighPage('hand-written-mini')
  const signIn = await weighPage('sign-in')
  const headless = await weighPage('headless')
  const app = await weighPage('app-with-sign-in')
  const figures = [
    figure('a form by hand with the five libraries, beyond React', '', byHand.atUse),
    figure('the same with zod/mini', '', mini.atUse),
    figure('<SignIn/>, beyond React, when its form can be used', '≤ 42 kB', signIn.atUse),
    figure('the same, all that a sign-in needs', '≤ 52 kB', signIn.inAll),
    figure('the same, own code', '≤ 10 kB', signIn.own),
    figure('useSignIn alone, beyond React, when its form can be used', '≤ 40 kB', headless.atUse),
    figure('the same, all that a sign-in needs', '≤ 48 kB', headless.inAll),
    figure('the same, own code', '≤ 8 kB', headless.own),
    figure('<SignIn/> added to an app that has the libraries', '≤ 10 kB', app.inAll - byHand.inAll),
    figure('stylesheet', '≤ 6 kB', weighStyles()),
  ]
  for (const name of ADAPTER_NAMES) {
    figures.push(figure(`backend ${name}`, '≤ 4 kB', await weighAdapter(name)))
  }
  for (const { name, gzip } of await laterScripts('sign-in')) {
    const script = name.replace(/^assets\//, '').replace(/-[\w-]{8}\.js$/, '')
    figures.push(figure(`script on demand: ${script}`, '≤ 8 kB', gzip))
  }
  return figures
}

function figure(what: string, aim: string, bytes: number): Figure {
  // As code, because Markdown would take a component for a tag.
  return { what: what.replace(/<\w+\/>/, '`$&`'), aim, reached: kB(bytes) }
}

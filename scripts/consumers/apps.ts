import type { Browser } from 'playwright'
import { preview } from 'vite'
import type { InstalledApp } from './installed-app.js'
import { checkTypes } from './type-checks.js'
import { readInGerman, signIn } from './visit.js'

/** What an app is tried with. */
export interface Surroundings {
  browser: Browser
  /** Where the fake auth server answers. */
  authOrigin: string
}

export interface App {
  /** What `--only` picks it by, and its folder in `examples/consumers`. */
  name: string
  /** What a person calls it. */
  title: string
  /** Folders that are laid below its own. */
  over: readonly string[]
  /** Rejects with what does not work. */
  attempt: (app: InstalledApp, surroundings: Surroundings) => Promise<void>
}

/** Every app that the package is tried in. */
export const CONSUMERS: readonly App[] = [
  { name: 'vite', title: 'Vite, React 19', over: ['single-page'], attempt: tryVite },
  {
    name: 'vite-oldest',
    title: 'Vite, React 18.3 and the oldest peers',
    over: ['single-page', 'vite'],
    attempt: tryVite,
  },
  { name: 'next', title: 'Next.js, App Router', over: [], attempt: tryNext },
  { name: 'rspack', title: 'Rspack', over: ['single-page'], attempt: tryBundle },
  { name: 'webpack', title: 'webpack', over: ['single-page'], attempt: tryBundle },
  {
    name: 'typescript',
    title: 'TypeScript 7 and 5.9, nodenext and bundler',
    over: [],
    attempt: checkTypes,
  },
]

const LOCALHOST = ['--host', 'localhost', '--strictPort']

async function tryVite(app: InstalledApp, { browser }: Surroundings): Promise<void> {
  await app.run('npm', 'run', 'build')
  // React warns in development alone.
  for (const mode of ['preview', 'dev']) {
    const server = await app.serve('node_modules/.bin/vite', mode, ...LOCALHOST)
    try {
      await signIn(browser, server.origin)
      await readInGerman(browser, server.origin)
    } finally {
      server.end()
    }
  }
}

async function tryNext(app: InstalledApp, { browser }: Surroundings): Promise<void> {
  await app.run('npm', 'run', 'build')
  // What differs between the server's HTML and the browser's is said in development alone.
  for (const mode of ['start', 'dev']) {
    const server = await app.serve('node_modules/.bin/next', mode)
    try {
      await requireForm(server.origin)
      await signIn(browser, server.origin)
    } finally {
      server.end()
    }
  }
}

async function requireForm(origin: string): Promise<void> {
  const html = await (await fetch(origin)).text()
  const missing = ['<form data-gw="form"', 'name="email"', 'name="password"'].filter(
    (part) => !html.includes(part),
  )
  if (missing.length === 0) return
  throw new Error(`the HTML from the server has no ${missing.join(', no ')}:\n${html}`)
}

/** Builds the page, and serves what was built as any server of files would. */
async function tryBundle(app: InstalledApp, { browser, authOrigin }: Surroundings): Promise<void> {
  await app.run('npm', 'run', 'build')
  const server = await preview({
    configFile: false,
    root: app.folder,
    preview: {
      port: 0,
      proxy: { '/api': { target: authOrigin, rewrite: (path) => path.replace('/api', '') } },
    },
  })
  try {
    const [origin = ''] = server.resolvedUrls?.local ?? []
    await signIn(browser, origin)
    await readInGerman(browser, origin)
  } finally {
    await server.close()
  }
}

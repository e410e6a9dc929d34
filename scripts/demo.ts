import { resolve } from 'node:path'
import { build, resolveConfig } from 'vite'
import { createFakeServers } from '../examples/embedded/server/fake-servers.js'
import { startDemoServer, type DemoServer } from '../examples/embedded/server/start-demo-server.js'

const CONFIG = 'examples/embedded/vite.config.ts'

interface Accounts {
  password: string
  accounts: readonly { email: string; state: string; totp?: { uri: string } }[]
}

/** Builds the demo app and serves it with its real auth server and the stand-ins at `port` (0: any free one). */
export async function startDemo(port: number): Promise<DemoServer> {
  const { root, build: built } = await resolveConfig({ configFile: CONFIG }, 'build')
  await build({ configFile: CONFIG, logLevel: 'warn' })
  return startDemoServer({
    port,
    staticDir: resolve(root, built.outDir),
    fakeServers: createFakeServers(),
  })
}

/** The demo accounts, one line each, as a visitor needs them. */
export async function describeAccounts(origin: string): Promise<string[]> {
  const response = await fetch(`${origin}/dev/accounts`)
  const { password, accounts } = (await response.json()) as Accounts
  return [
    `Password of every account: ${password}`,
    ...accounts.flatMap(({ email, state, totp }) => [
      `  ${email.padEnd(24)} ${state}`,
      ...(totp ? [`  ${' '.repeat(24)} ${totp.uri}`] : []),
    ]),
  ]
}

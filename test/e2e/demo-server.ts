import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { createFakeServers } from '../../examples/embedded/server/fake-servers.js'
import { startDemoServer } from '../../examples/embedded/server/start-demo-server.js'

/** Long enough to be seen, short enough to be waited out. */
const LOCK_SECONDS = 15

/** Builds the demo app and serves it with its auth servers, all in a directory of its own; returns the undo. */
export default async function start(): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'gatewright-e2e-'))
  const staticDir = join(directory, 'app')
  await build({
    configFile: 'examples/embedded/vite.config.ts',
    logLevel: 'warn',
    build: { outDir: staticDir },
  })
  const server = await startDemoServer({
    staticDir,
    dataDir: join(directory, 'data'),
    lockSeconds: LOCK_SECONDS,
    // Five wrong passwords in a row without one: the specs of captchas start a server of their own.
    captchaAfter: Number.POSITIVE_INFINITY,
    fakeServers: createFakeServers(),
  })
  process.env['DEMO_ORIGIN'] = server.origin
  process.env['DEMO_APP'] = staticDir
  return async () => {
    await server.close()
    await rm(directory, { recursive: true })
  }
}

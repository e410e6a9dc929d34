import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFakeServers } from '../../examples/embedded/server/fake-servers.js'
import {
  startDemoServer,
  type DemoServer,
  type DemoServerOptions,
} from '../../examples/embedded/server/start-demo-server.js'

/** A demo server beside the run's own, set up differently; it serves the same app. */
export async function anotherDemo(
  options: Pick<DemoServerOptions, 'captchaAfter' | 'freshSeconds' | 'lockSeconds'>,
): Promise<DemoServer> {
  const staticDir = process.env['DEMO_APP']
  if (!staticDir)
    throw new Error('No demo app was built. Start the tests with `npx playwright test`.')
  const dataDir = await mkdtemp(join(tmpdir(), 'gatewright-e2e-'))
  const server = await startDemoServer({
    ...options,
    staticDir,
    dataDir,
    fakeServers: createFakeServers(),
  })
  return {
    origin: server.origin,
    async close() {
      await server.close()
      await rm(dataDir, { recursive: true })
    },
  }
}

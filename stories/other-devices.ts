import { createAuthClient } from '../src/client/create-auth-client.js'
import { BACKENDS } from './backends.js'
import { ADA, PASSWORD, type FlowScene } from './flow-scene.js'

const DEVICES = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
]

/** Signs Ada in on two devices, one after the other and three hours apart, and then on this one. */
export async function signInOnSeveralDevices({ client, server, now, backend: id }: FlowScene) {
  const backend = BACKENDS[id]
  for (const device of DEVICES) {
    Object.defineProperty(navigator, 'userAgent', { configurable: true, value: device })
    const elsewhere = createAuthClient({ backend, now, fetch: server.fetch, name: 'elsewhere' })
    await elsewhere.signIn({ email: ADA.email, password: PASSWORD })
    server.clock.advance(3 * 3600)
  }
  Reflect.deleteProperty(navigator, 'userAgent')
  await client.signIn({ email: ADA.email, password: PASSWORD })
}

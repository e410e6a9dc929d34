import { describe, expect, it, vi } from 'vitest'
import { calimatic, type CalimaticOptions } from '../../src/backends/calimatic/index.js'

describe('SEC-43: the client secret and the browser', () => {
  const SECRET = 'ccas_very_secret'
  const make = (options: object) => calimatic(options as CalimaticOptions)

  it('SEC-43: a server may hold it, and sends it with every request', () => {
    const server = calimatic({
      baseUrl: 'https://auth.calimatic.com/api/v1/auth/headless',
      clientId: 'cca_1',
      clientSecret: SECRET,
    })
    expect(server.headers).toEqual({ 'x-client-id': 'cca_1', 'x-client-secret': SECRET })
  })

  it.each([
    { clientId: 'cca_1', clientSecret: SECRET },
    { clientSecret: SECRET },
    { clientId: 'cca_1' },
    { client_secret: SECRET },
    { client_id: 'cca_1' },
    { apiKey: 'k' },
    { api_key: 'k' },
    { token: 't' },
    { anything: SECRET },
    { baseUrl: `/api?key=${SECRET}` },
  ])('SEC-43: a browser is refused %j', (options) => {
    vi.stubGlobal('window', {})
    const refuse = () => make({ baseUrl: '/api', ...options })
    expect(refuse).toThrow(
      /^Gatewright: calimatic\(\) was given `\w+` in a browser\. .*public.* relay the calls.*baseUrl: '\/api\/auth'/,
    )
    expect(refuse).not.toThrow(SECRET)
  })

  it.each([
    'https://auth.calimatic.com/api/v1/auth/headless',
    'HTTPS://AUTH.CALIMATIC.COM./x',
    'https://auth.calimatic.com:443',
    'https://user@auth.calimatic.com/',
    'https://auth%2Ecalimatic.com/',
    ' https://auth.calimatic.com ',
    '\u00a0https://auth.calimatic.com',
  ])("SEC-43: a browser is refused the vendor's own address %s", (baseUrl) => {
    vi.stubGlobal('window', {})
    expect(() => calimatic({ baseUrl })).toThrow(
      /points at auth\.calimatic\.com in a browser\. .*client secret.* relay the calls/,
    )
  })

  it.each(['/api/auth', 'https://app.example/api/auth', 'https://auth.calimatic.com.example/'])(
    'SEC-43: a browser talks to the relay at %s, with no secret',
    (baseUrl) => {
      vi.stubGlobal('window', {})
      expect(calimatic({ baseUrl })).not.toHaveProperty('headers')
      // Code for both sides reads the secret from the environment, which a browser has not.
      expect(make({ baseUrl, clientId: undefined, clientSecret: undefined })).not.toHaveProperty(
        'headers',
      )
    },
  )

  it('half a pair is a mistake, said without the value', () => {
    const half = () => make({ baseUrl: '/api', clientSecret: SECRET })
    expect(half).toThrow(/Gatewright: calimatic\(\) was given clientSecret alone\. .*Pass both/)
    expect(half).not.toThrow(SECRET)
  })

  it('no address is a mistake too', () => {
    expect(() => make({})).toThrow(/Gatewright: calimatic\(\{ baseUrl \}\)/)
  })
})

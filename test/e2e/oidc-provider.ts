import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import {
  Provider,
  type AdapterFactory,
  type AdapterPayload,
  type ClientMetadata,
  type Configuration,
} from 'oidc-provider'
import { listen } from './built-page.js'
import { interactionPages } from './oidc-interaction.js'

/** Somebody with an account at the provider. */
export interface Account {
  email: string
  name: string
  /** The provider has seen that the address is theirs. */
  verified: boolean
}

/** One request to the token endpoint, as it came and as it was answered. */
export interface TokenRequest {
  grant: string | undefined
  verifier: string | undefined
  status: number
  error: string | undefined
}

export interface OidcProvider {
  issuer: string
  accounts: Map<string, Account>
  /** Preflights aside. */
  tokenRequests: TokenRequest[]
  /** How long an authorization code lives. */
  setCodeSeconds: (seconds: number) => void
  close: () => void
}

export interface OidcProviderOptions {
  clients: readonly ClientMetadata[]
  /** Whose pages may read its answers. */
  appOrigin: string
}

const CODE_SECONDS = 60

/** A real OpenID provider on a port of its own. It asks everybody for S256, and names itself in each answer. */
export async function startOidcProvider(options: OidcProviderOptions): Promise<OidcProvider> {
  const accounts = new Map<string, Account>()
  const tokenRequests: TokenRequest[] = []
  let codeSeconds = CODE_SECONDS

  const server = createServer((request, response) => {
    if (request.url?.startsWith('/interaction/')) void pages(request, response)
    else void answer(request, response)
  })
  const issuer = `http://127.0.0.1:${await listen(server)}`
  const provider = new Provider(issuer, {
    ...configurationFor(options),
    findAccount: (_, id) => {
      const account = accounts.get(id)
      if (!account) return undefined
      const { email, name, verified } = account
      return { accountId: id, claims: () => ({ sub: id, email, name, email_verified: verified }) }
    },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: () => codeSeconds,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
  })
  provider.use(async (ctx, next) => {
    await next()
    if (ctx.oidc?.route !== 'token') return
    const { params } = ctx.oidc
    const { error } = ctx.body as { error?: string }
    tokenRequests.push({
      grant: params?.['grant_type'] as string | undefined,
      verifier: params?.['code_verifier'] as string | undefined,
      status: ctx.status,
      error,
    })
  })
  const answer = provider.callback()
  const pages = interactionPages(provider, accounts)
  return {
    issuer,
    accounts,
    tokenRequests,
    setCodeSeconds: (seconds) => {
      codeSeconds = seconds
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function configurationFor({ clients, appOrigin }: OidcProviderOptions): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    adapter: storage(),
    clients: [...clients],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' }] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    // Below the paths at which the kit's IntelliAuth backend looks for an authorization server.
    routes: { authorization: '/oauth2/authorize', token: '/oauth2/token' },
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    clientBasedCORS: (_, origin) => origin === appOrigin,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  }
}

/** What one provider keeps, in memory. What has expired stays: the provider looks at the time itself. */
function storage(): AdapterFactory {
  const records = new Map<string, AdapterPayload>()
  const having = (facts: Partial<AdapterPayload>) =>
    [...records].filter(([, record]) =>
      Object.entries(facts).every(
        ([name, value]) => record[name as keyof AdapterPayload] === value,
      ),
    )
  return (model) => ({
    upsert: async (id, record) => void records.set(`${model}:${id}`, record),
    find: async (id) => records.get(`${model}:${id}`),
    findByUid: async (uid) => having({ kind: model, uid })[0]?.[1],
    findByUserCode: async (userCode) => having({ kind: model, userCode })[0]?.[1],
    async consume(id) {
      const record = records.get(`${model}:${id}`)
      if (record) record.consumed = Math.floor(Date.now() / 1000)
    },
    destroy: async (id) => void records.delete(`${model}:${id}`),
    async revokeByGrantId(grantId) {
      for (const [key] of having({ kind: model, grantId })) records.delete(key)
    },
  })
}

/** One ceremony that the page has asked the platform for. */
export interface Ceremony {
  kind: 'get' | 'create'
  mediation: string | undefined
  publicKey: Readonly<Record<string, unknown>>
  readonly aborted: boolean
  /** The user chooses or makes this passkey. */
  confirm: (id?: string) => void
  /** The platform gives up, with an error of this name. */
  fail: (name: string) => void
}

export interface Platform {
  ceremonies: Ceremony[]
  /** Those that still wait for the user. */
  open: () => readonly Ceremony[]
  /** What the page has told the platform of unknown passkeys. */
  signalled: unknown[]
}

const undo: (() => void)[] = []

/** Gives the browser its own passkey support back. */
export function restorePlatform(): void {
  for (const step of undo.splice(0).toReversed()) step()
}

function replace(owner: object, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(owner, name)
  Object.defineProperty(owner, name, { configurable: true, value })
  undo.push(() => {
    Reflect.deleteProperty(owner, name)
    if (before) Object.defineProperty(owner, name, before)
  })
}

export interface PlatformOptions {
  /** The browser can offer passkeys in a form field. */
  autofill?: boolean
  /** How long it takes to say so. */
  answersAfterMs?: number
  /** It ends no ceremony that the page calls off, as some password managers do that stand in its place. */
  deaf?: boolean
}

/** Stands where the browser's own passkey support would, and nowhere else. */
export function stubPlatform({
  autofill = false,
  answersAfterMs = 0,
  deaf = false,
}: PlatformOptions = {}): Platform {
  const ceremonies: Ceremony[] = []
  const settled = new Set<Ceremony>()
  const signalled: unknown[] = []

  function hold(kind: Ceremony['kind']) {
    return (options: CredentialRequestOptions & CredentialCreationOptions) =>
      new Promise<unknown>((resolve, reject) => {
        const end = (finish: () => void) => () => {
          settled.add(ceremony)
          finish()
        }
        const { signal, mediation } = options
        const ceremony: Ceremony = {
          kind,
          mediation,
          publicKey: { ...options.publicKey },
          get aborted() {
            return signal?.aborted === true
          },
          confirm: (id = 'passkey-1') => end(() => resolve(credential(kind, id)))(),
          fail: (name) => end(() => reject(new DOMException('', name)))(),
        }
        const hangUp = end(() => reject(signal?.reason))
        if (!deaf) signal?.addEventListener('abort', hangUp)
        ceremonies.push(ceremony)
      })
  }
  replace(
    globalThis,
    'PublicKeyCredential',
    Object.assign(function PublicKeyCredential() {}, {
      isConditionalMediationAvailable: async () => {
        if (answersAfterMs > 0) await new Promise((resolve) => setTimeout(resolve, answersAfterMs))
        return autofill
      },
      signalUnknownCredential: (passkey: unknown) => {
        signalled.push(passkey)
        return Promise.resolve()
      },
    }),
  )
  replace(navigator, 'credentials', { get: hold('get'), create: hold('create') })
  return { ceremonies, signalled, open: () => ceremonies.filter((one) => !settled.has(one)) }
}

function credential(kind: Ceremony['kind'], id: string) {
  const bytes = new TextEncoder().encode('bytes').buffer
  return {
    id,
    rawId: new TextEncoder().encode(id).buffer,
    type: 'public-key',
    authenticatorAttachment: 'platform',
    getClientExtensionResults: () => ({}),
    response:
      kind === 'get'
        ? { authenticatorData: bytes, clientDataJSON: bytes, signature: bytes, userHandle: null }
        : {
            attestationObject: bytes,
            clientDataJSON: bytes,
            getTransports: () => ['internal'],
            getPublicKeyAlgorithm: () => -7,
            getPublicKey: () => bytes,
            getAuthenticatorData: () => bytes,
          },
  }
}

/** Request options as servers send them (WebAuthn Level 3, 5.6). */
export function requestOptions(facts: Readonly<Record<string, unknown>> = {}) {
  return { challenge: 'Y2hhbGxlbmdl', rpId: 'localhost', userVerification: 'preferred', ...facts }
}

/** Creation options as servers send them (WebAuthn Level 3, 5.5). */
export function creationOptions() {
  return {
    challenge: 'Y2hhbGxlbmdl',
    rp: { id: 'localhost', name: 'Shop' },
    user: { id: 'dTE', name: 'ada@example.com', displayName: 'Ada' },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  }
}

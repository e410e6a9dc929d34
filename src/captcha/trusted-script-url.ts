/** Name to allow in a page's `trusted-types` directive. */
const POLICY_NAME = 'gatewright-captcha'

interface Policy {
  createScriptURL: (url: string) => unknown
}

interface PolicyFactory {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => Policy
}

const policies = new WeakMap<Window, Policy>()
let approved: string | null = null

/**
 * The address as a page with Trusted Types wants it assigned to a script. Approves this one address and no other.
 *
 * @throws when the page's policy does not admit `gatewright-captcha`.
 */
export function trustedScriptUrl(view: Window, url: string): string {
  const factory = factoryOf(view)
  if (!factory) return url
  const policy = policies.get(view) ?? createPolicy(factory)
  policies.set(view, policy)
  approved = url
  try {
    return policy.createScriptURL(url) as string
  } finally {
    approved = null
  }
}

function factoryOf(view: Window): PolicyFactory | null {
  // An element of that name would be inherited: browsers without Trusted Types must not take it for them.
  return Object.hasOwn(view, 'trustedTypes')
    ? (Reflect.get(view, 'trustedTypes') as PolicyFactory)
    : null
}

function createPolicy(factory: PolicyFactory): Policy {
  try {
    return factory.createPolicy(POLICY_NAME, {
      createScriptURL(url) {
        if (url === approved) return url
        throw new TypeError(
          `Gatewright: ${POLICY_NAME} approves a captcha's script and nothing else.`,
        )
      },
    })
  } catch (cause) {
    throw new Error(
      `Gatewright: the page's Content-Security-Policy does not let a policy named ${POLICY_NAME} be made. ` +
        'Without it no captcha script can be loaded while Trusted Types are enforced. ' +
        `Add ${POLICY_NAME} to the trusted-types directive.`,
      { cause },
    )
  }
}

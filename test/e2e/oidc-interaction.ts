import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Interaction, Provider } from 'oidc-provider'
import type { Account } from './oidc-provider.js'

/** Everybody's password at the provider. */
export const PROVIDER_PASSWORD = 'a password of the provider’s'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** The provider's own pages: who somebody is, and whether the app may know. */
export function interactionPages(
  provider: Provider,
  accounts: ReadonlyMap<string, Account>,
): Handler {
  return async (request, response) => {
    // The back button may come to a page whose question has been answered.
    const interaction = await provider.interactionDetails(request, response).catch(() => null)
    if (!interaction) {
      response.statusCode = 400
      show(response, '<h1>This page is over.</h1>')
      return
    }
    const { prompt, params } = interaction
    if (request.method !== 'POST') {
      show(response, prompt.name === 'login' ? loginPage('') : consentPage(params['client_id']))
      return
    }
    const form = new URLSearchParams(await text(request))
    if (form.get('choice') === 'no') {
      const result = {
        error: 'access_denied',
        error_description: 'End-User aborted interaction',
      }
      await provider.interactionFinished(request, response, result)
    } else if (prompt.name === 'consent') {
      const consent = { grantId: await grantTo(provider, interaction) }
      await provider.interactionFinished(request, response, { consent })
    } else {
      const accountId = knownAccount(accounts, form)
      if (accountId === null) show(response, loginPage('Wrong email or password.'))
      else await provider.interactionFinished(request, response, { login: { accountId } })
    }
  }
}

function knownAccount(
  accounts: ReadonlyMap<string, Account>,
  form: URLSearchParams,
): string | null {
  if (form.get('password') !== PROVIDER_PASSWORD) return null
  const found = [...accounts].find(([, { email }]) => email === form.get('email'))
  return found?.[0] ?? null
}

async function grantTo(provider: Provider, { params, session }: Interaction): Promise<string> {
  const grant = new provider.Grant({
    accountId: session?.accountId,
    clientId: String(params['client_id']),
  })
  grant.addOIDCScope(String(params['scope']))
  return grant.save()
}

function show(response: ServerResponse, main: string): void {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(`<!doctype html><html lang="en"><title>Provider</title>
<link rel="icon" href="data:,"><main><form method="post">${main}
<button name="choice" value="no">Cancel</button></form></main></html>`)
}

const loginPage = (problem: string) => `<h1>Who are you?</h1><p role="alert">${problem}</p>
<label>Email <input name="email" type="email"></label>
<label>Password <input name="password" type="password"></label>
<button>Log in</button>`

const consentPage = (client: unknown) => `<h1>May ${String(client)} know your email?</h1>
<button>Allow</button>`

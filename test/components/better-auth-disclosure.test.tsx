import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import {
  AuthProvider,
  EmailSignIn,
  ForgotPassword,
  SignIn,
  SignUp,
  VerifyEmail,
  type LatencyOptions,
} from '../../src/index.js'
import { ADA, PASSWORD } from '../client/five-backends.js'
import { connectBetterAuth } from './real-better-auth.js'
import { button } from './render-screen.js'
import { LINKS } from './render-sign-in.js'

interface Visit {
  content: (timing: LatencyOptions) => ReactNode
  /** Labels and what is typed there. */
  fields?: Readonly<Record<string, string>>
  press: string
}

const WORKING = 'Working on it'

/** All that a person and the app around can tell of one visit. */
async function impressionOf(known: boolean, says: RegExp, { content, fields = {}, press }: Visit) {
  const { client } = await connectBetterAuth({ known, requiresVerified: true })
  const delay = vi.fn(() => Promise.resolve())
  const user = userEvent.setup()
  const said: string[] = []
  const { container } = render(
    <QueryClientProvider client={new QueryClient()}>
      <AuthProvider client={client} links={LINKS}>
        {content({ delay })}
      </AuthProvider>
    </QueryClientProvider>,
  )
  const listener = new MutationObserver(() => {
    for (const region of container.querySelectorAll('[aria-live]')) {
      const text = region.textContent
      // How long the server takes is its own affair here: nothing is held back.
      if (text !== '' && text !== WORKING && text !== said.at(-1)) said.push(text)
    }
  })
  listener.observe(container, { subtree: true, childList: true, characterData: true })
  await act(() => client.restore())
  for (const [label, text] of Object.entries(fields)) {
    await user.click(screen.getByLabelText(label))
    await user.paste(text)
  }
  await user.click(button(press))
  await waitFor(() => {
    expect(container.querySelector('[aria-busy="true"]')).toBeNull()
    expect(container).toHaveTextContent(says)
  })
  listener.disconnect()
  const impression = {
    page: numbered(container.innerHTML),
    said,
    focus: numbered(document.activeElement?.outerHTML ?? ''),
    address: window.location.href,
    waited: delay.mock.calls,
  }
  cleanup()
  sessionStorage.clear()
  return impression
}

/** React numbers its ids through the whole document: here they are numbered by their place in the markup. */
function numbered(markup: string): string {
  const ids: string[] = []
  return markup.replaceAll(/_r_\w+_/g, (id) => {
    if (!ids.includes(id)) ids.push(id)
    return `id${ids.indexOf(id)}`
  })
}

const VISITS: readonly [name: string, says: RegExp, visit: Visit][] = [
  [
    'a sign-in with a wrong password',
    /The email or password is incorrect\./,
    {
      content: (timing) => <SignIn {...timing} />,
      fields: { Email: ADA.email, Password: 'not the password' },
      press: 'Sign in',
    },
  ],
  [
    'a sign-up',
    /Verify your email/,
    {
      content: (timing) => <SignUp fields={['name']} {...timing} />,
      fields: { Name: 'Ada', Email: ADA.email, Password: PASSWORD },
      press: 'Create account',
    },
  ],
  [
    'a request for a reset',
    /If an account matches/,
    {
      content: (timing) => <ForgotPassword {...timing} />,
      fields: { Email: ADA.email },
      press: 'Send reset link',
    },
  ],
  [
    'a request for another verification mail',
    /We sent the email again\./,
    {
      content: (timing) => <VerifyEmail email={ADA.email} {...timing} />,
      press: 'Send the email again',
    },
  ],
  [
    'a request for a sign-in link',
    /If you can sign in with/,
    {
      content: (timing) => <EmailSignIn method="link" {...timing} />,
      fields: { Email: ADA.email },
      press: 'Email me a sign-in link',
    },
  ],
  [
    'a request for a sign-in code',
    /If you can sign in with/,
    {
      content: (timing) => <EmailSignIn method="code" {...timing} />,
      fields: { Email: ADA.email },
      press: 'Send code',
    },
  ],
]

describe('on a real Better Auth', () => {
  it.each(VISITS)(
    'SEC-38: %s looks, sounds and goes on alike with and without an account',
    async (_, says, visit) => {
      const unknown = await impressionOf(false, says, visit)
      expect(unknown.waited).toEqual([[400]])
      expect(await impressionOf(true, says, visit)).toEqual(unknown)
    },
  )

  it('SEC-39: whoever knows the password is told that the address is not verified', async () => {
    const { client } = await connectBetterAuth({ verified: false, requiresVerified: true })
    const user = userEvent.setup()
    render(
      <AuthProvider client={client} links={LINKS}>
        <SignIn delay={() => Promise.resolve()} defaultEmail={ADA.email} />
      </AuthProvider>,
    )
    await user.type(screen.getByLabelText('Password'), 'not the password')
    await user.click(button('Sign in'))
    expect(await screen.findByText('The email or password is incorrect.')).toBeVisible()
    await user.type(screen.getByLabelText('Password'), PASSWORD)
    await user.click(button('Sign in'))
    expect(await screen.findByRole('heading', { name: 'Verify your email' })).toBeVisible()
  })
})

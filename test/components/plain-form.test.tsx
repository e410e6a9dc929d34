import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import {
  AuthProvider,
  ChangePassword,
  EmailSignIn,
  ForgotPassword,
  ResetPassword,
  SignIn,
  SignUp,
} from '../../src/index.js'
import { ADA, connect, FIVE_BACKENDS } from '../client/five-backends.js'

/** The one form of a page as a server draws it. */
function formOf(page: ReactNode): HTMLFormElement {
  const { client } = connect(FIVE_BACKENDS[4]!)
  const markup = renderToString(<AuthProvider client={client}>{page}</AuthProvider>)
  const { forms } = new DOMParser().parseFromString(markup, 'text/html')
  expect(forms).toHaveLength(1)
  return forms[0]!
}

const { email } = ADA

/** Each form with what an app's server reads of it. */
const FORMS: readonly [string, (action?: string) => ReactNode, readonly string[]][] = [
  ['sign-in', (action) => <SignIn action={action} />, ['email', 'password']],
  [
    'sign-up',
    (action) => <SignUp action={action} fields={['name']} confirmPassword />,
    ['name', 'email', 'password', 'confirmPassword'],
  ],
  ['forgotten password', (action) => <ForgotPassword action={action} />, ['email']],
  ['mailed link', (action) => <EmailSignIn action={action} method="link" />, ['email']],
  ['mailed code', (action) => <EmailSignIn action={action} method="code" />, ['address']],
  [
    'change of password',
    (action) => <ChangePassword action={action} email={email} />,
    ['username', 'currentPassword', 'newPassword'],
  ],
]

describe('UX-36: before its script runs', () => {
  it.each(FORMS)('the form for a %s goes to the address the app gives', (_, page, names) => {
    const form = formOf(page('/session'))
    expect(form.getAttribute('action')).toBe('/session')
    expect(form.method).toBe('post')
    expect(form.enctype).toBe('application/x-www-form-urlencoded')
    const controls = [...form.elements].filter((control) => control.tagName === 'INPUT')
    expect(controls.map((control) => control.getAttribute('name'))).toEqual(names)
    // One button sends it, and adds nothing of its own.
    const buttons = form.querySelectorAll('button[type="submit"], button:not([type])')
    expect(buttons).toHaveLength(1)
    expect(buttons[0]?.getAttributeNames()).not.toContain('formmethod')
  })

  it.each(FORMS)('the form for a %s is posted without an address, too', (_, page) => {
    const form = formOf(page())
    expect(form.hasAttribute('action')).toBe(false)
    expect(form.method).toBe('post')
  })

  it('the form for a new password carries the token of its link, and no other way', () => {
    const withAction = formOf(<ResetPassword action="/password" token="t0k3n" />)
    const token = withAction.querySelector('[name="token"]')
    expect(token?.getAttribute('type')).toBe('hidden')
    expect(token?.getAttribute('value')).toBe('t0k3n')
    expect(withAction.getAttribute('action')).toBe('/password')
    expect(formOf(<ResetPassword token="t0k3n" />).outerHTML).not.toContain('t0k3n')
  })

  it('no form of the kit, its stories or its documents would put what is typed into an address', () => {
    const folders = ['src', 'stories', 'docs']
    const files = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(tsx|mdx?)$/.test(file))
        .map((file) => join(folder, file)),
    )
    const forms = ['README.md', ...files].flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/<form\b(?:=>|[^>])*>/g)].map(([tag]) => ({
        file,
        tag,
      })),
    )
    expect(forms.length).toBeGreaterThan(8)
    expect(forms.filter(({ tag }) => !tag.includes('method="post"'))).toEqual([])
  })
})

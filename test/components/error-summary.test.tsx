import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { auditAccessibility } from './audit.js'
import {
  NEWCOMER,
  emailField,
  passwordField,
  renderSignUp,
  signUpAs,
  submitButton,
} from './render-sign-up.js'

const summary = () => screen.getByRole('group', { name: "There's a problem" })
const noSummary = () => screen.queryByRole('group', { name: "There's a problem" }) === null
const links = () => within(summary()).getAllByRole('link')

/** The server refuses both fields, in words of its own. */
const REFUSED = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'Validation failed',
  details: {
    fields: { email: 'This domain takes no mail.', password: 'The password holds your name.' },
  },
}

describe('several refused fields', () => {
  it('A11Y-03: are summed up under a heading that has the focus, with a link to each', async () => {
    const { user, container } = renderSignUp()
    await user.click(submitButton())
    await waitFor(() => expect(summary()).toHaveFocus())
    expect(within(summary()).getByRole('heading', { name: "There's a problem" })).toBeVisible()
    expect(summary()).toHaveAccessibleDescription('Fix 2 problems to continue.')
    await auditAccessibility(container)

    const [toEmail, toPassword] = links()
    expect(toEmail).toHaveAttribute('href', `#${emailField().id}`)
    await user.click(toPassword!)
    expect(passwordField()).toHaveFocus()
    expect(location.hash).toBe('')
    await user.click(toEmail!)
    expect(emailField()).toHaveFocus()
  })

  it('A11Y-03: are named in the words that stand at the fields, the server’s own included', async () => {
    const { user, server } = renderSignUp()
    server.force('sign_up', REFUSED)
    await signUpAs(user, NEWCOMER)
    await waitFor(() => expect(summary()).toHaveFocus())
    expect(links().map(({ textContent }) => textContent)).toEqual([
      'This domain takes no mail.',
      'The password holds your name.',
    ])
    for (const [index, field] of [emailField(), passwordField()].entries()) {
      expect(field).toHaveAccessibleDescription(
        expect.stringContaining(`Error: ${links()[index]?.textContent}`),
      )
    }
    // Nothing is said twice.
    expect(screen.queryByText('Check the form and try again.')).toBeNull()
  })

  it('A11Y-03: leave the summary one by one as they are mended', async () => {
    const { user } = renderSignUp()
    await user.click(submitButton())
    await waitFor(() => expect(summary()).toHaveFocus())
    await user.type(emailField(), NEWCOMER)
    await waitFor(() => expect(links()).toHaveLength(1))
    expect(summary()).toHaveAccessibleDescription('Fix 1 problem to continue.')
    expect(emailField()).toHaveFocus()
    await user.type(passwordField(), 'correct horse battery staple')
    await waitFor(() => expect(noSummary()).toBe(true))
  })

  it('A11Y-04: are not summed up where there is but one: it has the focus itself', async () => {
    const { user } = renderSignUp()
    await user.type(emailField(), NEWCOMER)
    await user.click(submitButton())
    await waitFor(() => expect(passwordField()).toHaveFocus())
    expect(noSummary()).toBe(true)
  })
})

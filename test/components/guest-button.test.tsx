import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { auditAccessibility } from './audit.js'
import { captchaCheckbox } from '../../stories/captcha-checkbox.js'
import { GuestButton } from '../../src/components/guest-button.js'
import { AuthProvider } from '../../src/index.js'
import { BACKENDS } from './oauth-journey.js'
import { renderWith } from './render-with.js'
import { jwt, scriptedServer } from './scripted-server.js'

const EDGEBASE = 'POST /auth/signin/anonymous'
const SESSION = {
  status: 201,
  body: { accessToken: jwt({ sub: 'g1' }), refreshToken: 'r', user: { id: 'g1', email: null } },
}

const onSignedIn = vi.fn()

afterEach(() => void onSignedIn.mockReset())

const button = () => screen.getByRole('button', { name: 'Continue as a guest' })

describe('<GuestButton/>', () => {
  it('lets people in without an account', async () => {
    const { user, client, container } = renderWith(<GuestButton onSignedIn={onSignedIn} />, {
      backend: BACKENDS.edgebase,
      server: scriptedServer({ [EDGEBASE]: SESSION }),
    })
    await auditAccessibility(container)
    await user.click(button())
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(onSignedIn).toHaveBeenCalledWith(expect.objectContaining({ id: 'g1', email: null }))
    expect(client.getSession().status).toBe('signed_in')
  })

  it('REL-38: lets one guest in, however often the button is pressed', async () => {
    const server = scriptedServer({ [EDGEBASE]: SESSION })
    renderWith(<GuestButton onSignedIn={onSignedIn} />, { backend: BACKENDS.edgebase, server })
    act(() => {
      for (let time = 0; time < 3; time++) button().click()
    })
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(server.requests).toHaveLength(1)
  })

  it('says that guests are not let in, and leaves the button', async () => {
    const onOtherMethod = vi.fn()
    const { user } = renderWith(<GuestButton onOtherMethod={onOtherMethod} />, {
      backend: BACKENDS.edgebase,
      server: scriptedServer({
        [EDGEBASE]: {
          status: 404,
          body: { code: 404, message: 'Anonymous authentication is not enabled.' },
        },
      }),
    })
    await user.click(button())
    expect(
      await screen.findByText("This sign-in method isn't available. Use another one."),
    ).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Use another method' }))
    expect(onOtherMethod).toHaveBeenCalledOnce()
  })

  it('sends the token of a solved captcha along', async () => {
    const server = scriptedServer({
      [EDGEBASE]: ({ body }) =>
        body['captchaToken'] === 'solved'
          ? SESSION
          : {
              status: 403,
              body: {
                code: 403,
                message: 'Captcha verification required.',
                data: { captcha_required: true },
              },
            },
    })
    const { user, client, show } = renderWith(null, { backend: BACKENDS.edgebase, server })
    show(
      <AuthProvider client={client} captcha={captchaCheckbox(() => 'solved')}>
        <GuestButton onSignedIn={onSignedIn} />
      </AuthProvider>,
    )
    await user.click(button())
    await user.click(await screen.findByLabelText('I am a person'))
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  })

  it('says to Better Auth’s guests that they are in already', async () => {
    const { user } = renderWith(<GuestButton />, {
      backend: BACKENDS['better-auth'],
      server: scriptedServer({
        'GET /get-session': { body: null },
        'POST /sign-in/anonymous': {
          status: 400,
          body: {
            code: 'ANONYMOUS_USERS_CANNOT_SIGN_IN_AGAIN_ANONYMOUSLY',
            message: 'Anonymous users cannot sign in again anonymously',
          },
        },
      }),
    })
    await user.click(button())
    expect(await screen.findByText("You're signed in.")).toBeVisible()
  })
})

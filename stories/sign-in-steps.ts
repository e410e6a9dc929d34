import { expect, waitFor, within } from 'storybook/test'
import { fillField } from './fill-field.js'
import { PASSWORD, sceneOf, type FlowPlay, type FlowScene } from './flow-scene.js'

/** What a person does on the sign-in screen, and what they see. */
export interface SignInSteps {
  scene: FlowScene
  email: () => Promise<HTMLElement>
  password: () => Promise<HTMLElement>
  /** Fills in both and presses the button. */
  signInAs: (email: string | undefined, password?: string) => Promise<void>
  press: (name: string) => Promise<void>
  /** The one thing said above the form. */
  expectMessage: (sentence: string) => Promise<void>
  expectSignedIn: () => Promise<void>
  signOut: () => Promise<void>
  /** How many requests of an operation the server has met. */
  sent: (operation: string) => number
}

export function signInSteps({ canvas, userEvent, loaded }: FlowPlay): SignInSteps {
  const scene = sceneOf({ loaded })
  const email = () => canvas.findByRole('textbox', { name: 'Email' })
  const password = () => canvas.findByLabelText('Password')

  async function press(name: string) {
    await userEvent.click(await canvas.findByRole('button', { name }))
  }
  return {
    scene,
    email,
    password,
    press,
    async signInAs(address = '', secret = PASSWORD) {
      await fillField({ userEvent }, await email(), address)
      await fillField({ userEvent }, await password(), secret)
      await press('Sign in')
    },
    async expectMessage(sentence) {
      const unseen = '[data-gw="visually-hidden"] *'
      // In one look: between two, the next answer may take the sentence away.
      await waitFor(() => {
        const alert = within(canvas.getByRole('alert'))
        return expect(alert.getByText(sentence, { ignore: unseen })).toBeVisible()
      })
    },
    async expectSignedIn() {
      await expect(await canvas.findByRole('heading', { name: "You're signed in." })).toBeVisible()
    },
    async signOut() {
      await press('Sign out')
      await canvas.findByRole('heading', { name: 'Sign in' })
    },
    sent: (operation) =>
      scene.server.requests.filter((request) => request.operation === operation).length,
  }
}

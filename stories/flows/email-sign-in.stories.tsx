import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { EmailSignIn, type EmailSignInMethod } from '../../src/components/email-sign-in.js'
import { expectAlert, expectPanel, expectToFit } from '../expectations.js'
import {
  ADA,
  authenticatorCode,
  flowStories,
  GRACE,
  letPass,
  sceneOf,
  type FlowArgs,
  type FlowPlay,
} from '../flow-scene.js'
import { MailScreen } from '../mail-screen.js'
import { signInSteps } from '../sign-in-steps.js'
import { languageOf, NARROW } from '../surroundings.js'

interface EmailSignInArgs extends FlowArgs {
  method?: EmailSignInMethod
}

const IN = "You're signed in."

const meta = preview.meta({
  title: 'flows/email-sign-in',
  ...flowStories,
  args: { backend: 'edgebase' },
  argTypes: {
    ...flowStories.argTypes,
    method: { control: 'inline-radio', options: ['link', 'code'] },
  },
  render: ({ method }: EmailSignInArgs, { loaded, globals }) => (
    <MailScreen
      scene={sceneOf({ loaded })}
      landing={(token) => <EmailSignIn token={token} latencyFloorMs={0} />}
      {...languageOf(globals)}
    >
      <EmailSignIn method={method} latencyFloorMs={0} />
    </MailScreen>
  ),
})

function steps(context: FlowPlay) {
  const { canvas, userEvent } = context
  const { scene, press, sent } = signInSteps(context)
  async function ask(email: string, button: string) {
    await userEvent.type(await canvas.findByLabelText('Email'), email)
    await press(button)
    await expect(await canvas.findByRole('heading', { name: 'Check your email' })).toBeVisible()
  }
  return {
    scene,
    press,
    sent,
    askForLink: (email = ADA.email) => ask(email, 'Email me a sign-in link'),
    askForCode: (email = ADA.email) => ask(email, 'Send code'),
    /** Types a code: that of the last message, if no other. */
    type: async (code?: string) => {
      const field = await canvas.findByLabelText('Code')
      await userEvent.clear(field)
      await userEvent.type(field, code ?? scene.server.outbox.at(-1)?.token ?? '')
    },
  }
}

async function followsALink(context: FlowPlay): Promise<void> {
  const { askForLink, press, sent } = steps(context)
  await askForLink()
  await press('Open the last mail')
  await expect(await context.canvas.findByText('Select the button to sign in.')).toBeVisible()
  await expect(sent('sign_in')).toBe(0)
  await press('Sign in')
  await expectPanel(context.canvas, IN)
  await expect(sent('sign_in')).toBe(1)
}

export const EdgebaseLink = meta.story({ args: { backend: 'edgebase' }, play: followsALink })

export const AuthosLink = meta.story({ args: { backend: 'authos' }, play: followsALink })

export const EdgebaseCode = meta.story({
  args: { backend: 'edgebase', method: 'code' },
  play: async (context) => {
    const { askForCode, type } = steps(context)
    await askForCode()
    await type('000000')
    await expectAlert(context.canvas, "That code didn't work. Try again.")
    await type()
    await expectPanel(context.canvas, IN)
  },
})

export const CodeInsteadOfALink = meta.story({
  args: { backend: 'edgebase' },
  play: async (context) => {
    const { askForLink, press, type } = steps(context)
    await askForLink()
    await press('Email me a code')
    await expect(await context.canvas.findByLabelText('Email')).toHaveValue(ADA.email)
    await press('Send code')
    await type()
    await expectPanel(context.canvas, IN)
  },
})

export const CodeExpired = meta.story({
  args: { backend: 'edgebase', method: 'code' },
  play: async (context) => {
    const { askForCode, press, type, scene } = steps(context)
    await askForCode()
    letPass(scene, 300)
    await type()
    await expectAlert(context.canvas, 'That code has expired. Request a new one.')
    await press('Send a new code')
    await expect(await context.canvas.findByText('We sent a new code.')).toBeVisible()
    await type()
    await expectPanel(context.canvas, IN)
  },
})

export const SecondFactor = meta.story({
  args: { backend: 'edgebase', method: 'code' },
  play: async (context) => {
    const { askForCode, type, scene } = steps(context)
    await askForCode(GRACE.email)
    await type()
    await context.canvas.findByRole('heading', { name: "Confirm it's you" })
    await type(authenticatorCode(scene))
    await expectPanel(context.canvas, IN)
  },
})

export const LinkExpired = meta.story({
  args: { backend: 'authos' },
  play: async (context) => {
    const { askForLink, press, scene } = steps(context)
    await askForLink()
    letPass(scene, 15 * 60)
    await press('Open the last mail')
    await press('Sign in')
    await expectPanel(context.canvas, 'This link no longer works')
    await press('Request a new link')
    await expect(await context.canvas.findByLabelText('Email')).toHaveFocus()
  },
})

export const RightToLeft = meta.story({
  args: { backend: 'edgebase', method: 'code' },
  globals: { direction: 'rtl' },
  play: async (context) => {
    const { askForCode } = steps(context)
    await askForCode()
    await expect(context.canvas.getByLabelText('Code')).toHaveAttribute('dir', 'ltr')
  },
})

export const German = meta.story({
  args: { backend: 'edgebase', method: 'code' },
  globals: { ...NARROW.globals, locale: 'de' },
  parameters: NARROW.parameters,
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByLabelText('E-Mail-Adresse'), ADA.email)
    await userEvent.click(canvas.getByRole('button', { name: 'Code senden' }))
    await expect(await canvas.findByLabelText('Code')).toHaveFocus()
    await expectToFit()
  },
})

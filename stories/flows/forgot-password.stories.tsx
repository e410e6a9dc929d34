import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { ForgotPassword } from '../../src/components/forgot-password.js'
import { ResetPassword } from '../../src/components/reset-password.js'
import { expectPanel, expectToFit } from '../expectations.js'
import { fillField } from '../fill-field.js'
import { ADA, flowStories, letPass, sceneOf, type FlowPlay } from '../flow-scene.js'
import { MailScreen } from '../mail-screen.js'
import { signInSteps } from '../sign-in-steps.js'
import { languageOf, NARROW } from '../surroundings.js'

const NEW_PASSWORD = 'a new password for Ada'

const meta = preview.meta({
  title: 'flows/forgot-password',
  ...flowStories,
  render: (_, { loaded, globals }) => (
    <MailScreen
      scene={sceneOf({ loaded })}
      landing={(token) => <ResetPassword token={token} email={ADA.email} />}
      {...languageOf(globals)}
    >
      <ForgotPassword latencyFloorMs={0} />
    </MailScreen>
  ),
})

function steps(context: FlowPlay) {
  const { canvas } = context
  const { scene, press, sent } = signInSteps(context)
  async function fill(label: string, text: string) {
    await fillField(context, await canvas.findByLabelText(label), text)
  }
  return {
    scene,
    press,
    sent,
    ask: async (email = ADA.email) => {
      await fill('Email', email)
      await press('Send reset link')
      await expectPanel(canvas, 'Check your email', /^If an account matches/)
      await expect(canvas.getByText(email)).toHaveAttribute('dir', 'ltr')
    },
    choose: async (password = NEW_PASSWORD) => {
      await fill('New password', password)
      await press('Set new password')
    },
  }
}

async function setsANewPassword(context: FlowPlay): Promise<void> {
  const { ask, choose, press, scene, sent } = steps(context)
  await ask()
  await press('Open the last mail')
  await context.canvas.findByLabelText('New password')
  await expect(sent('password_reset')).toBe(0)
  await choose()
  await expectPanel(context.canvas, 'Your password has been changed.')
  const credentials = { email: ADA.email, password: NEW_PASSWORD }
  await expect(await scene.client.signIn(credentials)).toMatchObject({ kind: 'signed_in' })
}

export const Calimatic = meta.story({ args: { backend: 'calimatic' }, play: setsANewPassword })

export const AuthSvc = meta.story({ args: { backend: 'auth-svc' }, play: setsANewPassword })

export const Authos = meta.story({ args: { backend: 'authos' }, play: setsANewPassword })

export const Edgebase = meta.story({ args: { backend: 'edgebase' }, play: setsANewPassword })

export const Intelliauth = meta.story({
  args: { backend: 'intelliauth' },
  play: async (context) => {
    const { ask, scene } = steps(context)
    await ask()
    await expect(scene.server.outbox).toHaveLength(1)
  },
})

export const UnknownAddress = meta.story({
  args: { backend: 'edgebase' },
  play: async (context) => {
    const { ask, scene } = steps(context)
    await ask('nobody@example.com')
    await expect(scene.server.outbox).toHaveLength(0)
  },
})

export const SentAgain = meta.story({
  args: { backend: 'edgebase' },
  play: async (context) => {
    const { canvas } = context
    const { ask, press, scene, sent } = steps(context)
    await ask()
    const waiting = await canvas.findByRole('button', { name: /^Send again in/ })
    await expect(waiting).toHaveAttribute('aria-disabled', 'true')
    letPass(scene, 30)
    await press('Send the email again')
    await expect(await canvas.findByText('We sent the email again.')).toBeVisible()
    await expect(sent('password_forgot')).toBe(2)
  },
})

export const TooManyMails = meta.story({
  args: { backend: 'intelliauth', server: { mailLimit: { max: 1, perSeconds: 600 } } },
  play: async (context) => {
    const { ask, press, scene } = steps(context)
    await ask()
    letPass(scene, 60)
    await press('Send the email again')
    await expect(
      await context.canvas.findByRole('button', { name: /^Send again in (8|9) minutes/ }),
    ).toBeVisible()
  },
})

export const LinkExpired = meta.story({
  args: { backend: 'authos' },
  play: async (context) => {
    const { ask, choose, press, scene } = steps(context)
    await ask()
    await press('Open the last mail')
    letPass(scene, 2 * 3600)
    await choose()
    await expectPanel(context.canvas, 'This link no longer works')
    await expect(context.canvas.getByRole('link', { name: 'Request a new link' })).toHaveAttribute(
      'href',
      '#reset-password',
    )
  },
})

export const RefusedPassword = meta.story({
  args: { backend: 'edgebase', server: { passwordMinLength: 30 } },
  play: async (context) => {
    const { canvas } = context
    const { ask, choose, press } = steps(context)
    await ask()
    await press('Open the last mail')
    await choose()
    await expect(
      await canvas.findByText('Use a password with 30 or more characters.'),
    ).toBeVisible()
    await expect(canvas.getByLabelText('New password')).toHaveValue(NEW_PASSWORD)
  },
})

export const RightToLeft = meta.story({
  args: { backend: 'edgebase' },
  globals: { direction: 'rtl' },
  play: async (context) => {
    const { ask } = steps(context)
    await ask()
  },
})

export const German = meta.story({
  args: { backend: 'edgebase' },
  globals: { ...NARROW.globals, locale: 'de' },
  parameters: NARROW.parameters,
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByLabelText('E-Mail-Adresse'), ADA.email)
    await userEvent.click(canvas.getByRole('button', { name: 'Link zum Zurücksetzen senden' }))
    await expectPanel(canvas, 'Prüfen Sie Ihre E-Mails')
    await expectToFit()
  },
})

import { expect, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { MfaEnrolment } from '../../src/components/mfa-enrolment.js'
import { expectDark, expectToFit } from '../expectations.js'
import {
  ADA,
  authenticatorCode,
  flowStories,
  GRACE,
  sceneOf,
  type FlowPlay,
} from '../flow-scene.js'
import { FlowScreen } from '../flow-screen.js'
import { signInSteps } from '../sign-in-steps.js'
import { languageOf, NARROW } from '../surroundings.js'

const meta = preview.meta({
  title: 'flows/mfa-enrolment',
  ...flowStories,
  render: (_, { loaded, globals }) => (
    <FlowScreen scene={sceneOf({ loaded })} inside={<MfaEnrolment />} {...languageOf(globals)} />
  ),
})

function enrolmentSteps(context: FlowPlay) {
  const { canvas, userEvent } = context
  const steps = signInSteps(context)
  const { server } = steps.scene
  const code = () => canvas.findByRole('textbox', { name: 'Code' })
  const heading = (name: string) => canvas.findByRole('heading', { name })
  return {
    ...steps,
    code,
    heading,
    currentCode: () => server.currentCode(ADA.email),
    start: async () => {
      await steps.signInAs(ADA.email)
      await steps.press('Set up now')
      await canvas.findByRole('img', { name: 'QR code for your authenticator app' })
    },
    confirm: async (typed = server.currentCode(ADA.email)) => {
      await userEvent.type(await code(), typed)
      await steps.press('Verify')
    },
    save: async () => {
      await heading('Save your backup codes')
      await userEvent.click(canvas.getByRole('checkbox', { name: 'I saved these codes' }))
      await steps.press('Done')
    },
  }
}

async function setsUp(context: FlowPlay): Promise<void> {
  const { start, confirm, save, heading, code, signOut, signInAs, currentCode, expectSignedIn } =
    enrolmentSteps(context)
  await start()
  await waitFor(async () => expect(await heading('Set up MFA')).toHaveFocus())
  await confirm()
  const codes = await context.canvas.findByRole('list', { name: 'Backup codes' })
  await expect(within(codes).getAllByRole('listitem').length).toBeGreaterThan(7)
  await save()
  await expect(await heading('MFA is on')).toHaveFocus()

  await signOut()
  await signInAs(ADA.email)
  await context.userEvent.type(await code(), currentCode())
  await expectSignedIn()
}

export const Calimatic = meta.story({ args: { backend: 'calimatic' }, play: setsUp })
export const AuthSvc = meta.story({ args: { backend: 'auth-svc' }, play: setsUp })
export const Authos = meta.story({ args: { backend: 'authos' }, play: setsUp })
export const Intelliauth = meta.story({ args: { backend: 'intelliauth' }, play: setsUp })
export const Edgebase = meta.story({ args: { backend: 'edgebase' }, play: setsUp })

export const AWrongCode = meta.story({
  play: async (context) => {
    const { start, confirm, expectMessage, code } = enrolmentSteps(context)
    await start()
    await confirm('000000')
    await expectMessage("That code didn't work. Check your authenticator app and try again.")
    await expect(await code()).toHaveFocus()
    await expect(context.canvas.getByRole('group', { name: 'Setup key' })).toBeVisible()
  },
})

export const CodesThatAreNotSaved = meta.story({
  play: async (context) => {
    const { start, confirm, press } = enrolmentSteps(context)
    await start()
    await confirm()
    await press('Done')
    const box = context.canvas.getByRole('checkbox', { name: 'I saved these codes' })
    await expect(box).toHaveFocus()
    await expect(box).toHaveAccessibleDescription('Error: Confirm that you saved the codes.')
  },
})

export const TurningItOff = meta.story({
  play: async (context) => {
    const { signInAs, press, code, scene } = enrolmentSteps(context)
    await signInAs(GRACE.email)
    await context.userEvent.type(await code(), authenticatorCode(scene))
    await press('Turn off MFA')
    await context.userEvent.type(await code(), authenticatorCode(scene))
    await press('Turn off MFA')
    await expect(await context.canvas.findByText('MFA is off.')).toBeVisible()
  },
})

export const Narrow = meta.story({
  ...NARROW,
  play: async (context) => {
    const { start, confirm, heading } = enrolmentSteps(context)
    await start()
    await expectToFit()
    await confirm()
    await heading('Save your backup codes')
    await expectToFit()
  },
})

export const Dark = meta.story({
  globals: { theme: 'dark' },
  play: async (context) => {
    await enrolmentSteps(context).start()
    await expectDark(context.canvasElement)
  },
})

export const RightToLeft = meta.story({
  globals: { direction: 'rtl' },
  play: async (context) => {
    await enrolmentSteps(context).start()
    const key = context.canvas.getByRole('group', { name: 'Setup key' })
    await expect(getComputedStyle(key.querySelector('[translate="no"]')!).direction).toBe('ltr')
  },
})

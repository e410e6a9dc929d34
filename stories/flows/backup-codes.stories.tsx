import { expect, within } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { BackupCodes } from '../../src/components/backup-codes.js'
import { expectToFit } from '../expectations.js'
import { authenticatorCode, flowStories, GRACE, sceneOf, type FlowPlay } from '../flow-scene.js'
import { FlowScreen } from '../flow-screen.js'
import { signInSteps } from '../sign-in-steps.js'
import { languageOf, NARROW } from '../surroundings.js'

const meta = preview.meta({
  title: 'flows/backup-codes',
  ...flowStories,
  render: (_, { loaded, globals }) => (
    <FlowScreen scene={sceneOf({ loaded })} inside={<BackupCodes />} {...languageOf(globals)} />
  ),
})

function codeSteps(context: FlowPlay) {
  const { canvas, userEvent } = context
  const { signInAs, press, scene } = signInSteps(context)
  const typeCode = async () =>
    userEvent.type(await canvas.findByRole('textbox', { name: 'Code' }), authenticatorCode(scene))
  return {
    press,
    typeCode,
    signIn: async () => {
      await signInAs(GRACE.email)
      await typeCode()
      await canvas.findByRole('heading', { name: 'Backup codes' })
    },
    newCodes: async () => {
      const list = await canvas.findByRole('list', { name: 'Backup codes' })
      return within(list).getAllByRole('listitem')
    },
  }
}

export const ForACode = meta.story({
  play: async (context) => {
    const { signIn, press, typeCode, newCodes } = codeSteps(context)
    const { canvas, userEvent } = context
    await signIn()
    await expect(await canvas.findByText('2 backup codes left.')).toBeVisible()
    await typeCode()
    await press('Create new backup codes')
    await expect(await newCodes()).toHaveLength(10)
    for (const name of ['Copy', 'Download', 'Print']) {
      await expect(canvas.getByRole('button', { name })).toBeEnabled()
    }
    await userEvent.click(canvas.getByRole('checkbox', { name: 'I saved these codes' }))
    await press('Done')
    await expect(await canvas.findByText('10 backup codes left.')).toBeVisible()
  },
})

export const ForTheSession = meta.story({
  args: { backend: 'authos' },
  play: async (context) => {
    const { signIn, press, newCodes } = codeSteps(context)
    await signIn()
    await expect(
      await context.canvas.findByText('New codes replace the ones you have.'),
    ).toBeVisible()
    await press('Create new backup codes')
    await expect(await newCodes()).toHaveLength(10)
  },
})

export const NoneLeft = meta.story({
  args: { server: { accounts: [{ ...GRACE, factors: { ...GRACE.factors, backupCodes: [] } }] } },
  play: async (context) => {
    await codeSteps(context).signIn()
    await expect(await context.canvas.findByText(/^No backup codes are left\./)).toBeVisible()
  },
})

export const Narrow = meta.story({
  ...NARROW,
  play: async (context) => {
    const { signIn, typeCode, press, newCodes } = codeSteps(context)
    await signIn()
    await typeCode()
    await press('Create new backup codes')
    await newCodes()
    await expectToFit()
  },
})

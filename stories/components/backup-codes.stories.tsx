import { expect, within } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { BackupCodes, type BackupCodesProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'
import { authenticatorCode, GRACE, PASSWORD, sceneOf, type FlowScene } from '../flow-scene.js'

const meta = preview.meta({
  title: 'components/backup-codes',
  component: BackupCodes,
  tags: ['autodocs'],
  ...dropInStories(
    { name: 'BackupCodes', backend: 'calimatic', given: signInGrace },
    (props: BackupCodesProps) => <BackupCodes {...props} />,
  ),
})

/** Only who has a second factor has backup codes. */
async function signInGrace(scene: FlowScene): Promise<void> {
  const state = await scene.client.signIn({ email: GRACE.email, password: PASSWORD })
  if (state.kind !== 'mfa_required') return
  const code = authenticatorCode(scene)
  await scene.client.verifyMfa({ challenge: state.challenge, factor: 'totp', code })
}

export const Usage = meta.story({
  play: async (context) => {
    const { canvas, userEvent } = context
    await expect(await canvas.findByText('2 backup codes left.')).toBeVisible()
    await userEvent.type(
      await canvas.findByRole('textbox', { name: 'Code' }),
      authenticatorCode(sceneOf(context)),
    )
    await userEvent.click(canvas.getByRole('button', { name: 'Create new backup codes' }))
    const list = within(await canvas.findByRole('list', { name: 'Backup codes' }))
    await expect(list.getAllByRole('listitem')).toHaveLength(10)
  },
})

import preview from '../../.storybook/preview.js'
import { BackupCodes, type BackupCodesProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'

const meta = preview.meta({
  title: 'components/backup-codes',
  component: BackupCodes,
  tags: ['autodocs'],
  ...dropInStories(
    { name: 'BackupCodes', signedIn: true, backend: 'calimatic' },
    (props: BackupCodesProps) => <BackupCodes {...props} />,
  ),
})

export const Usage = meta.story({ args: {} })

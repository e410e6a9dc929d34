import { expect, fn, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { ResetPassword, type ResetPasswordProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'
import { ADA, type FlowScene } from '../flow-scene.js'

/** The token of the link that Ada has asked for. */
async function mailedToken({ client, server }: FlowScene): Promise<string | undefined> {
  await client.requestPasswordReset({ email: ADA.email })
  return server.outbox.at(-1)?.token
}

const meta = preview.meta({
  title: 'components/reset-password',
  component: ResetPassword,
  tags: ['autodocs'],
  ...dropInStories(
    { name: 'ResetPassword', fixed: 'token={token}', given: mailedToken },
    (props: ResetPasswordProps, _, token: string | undefined) => (
      <ResetPassword token={token} {...props} />
    ),
  ),
  args: { onReset: fn() },
})

export const Usage = meta.story({
  args: { email: 'ada@example.com' },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.type(await canvas.findByLabelText('New password'), 'a new one for Ada{Enter}')
    await waitFor(() => expect(args.onReset).toHaveBeenCalledOnce())
  },
})

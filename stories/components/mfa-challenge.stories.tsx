import type { ComponentType } from 'react'
import { expect, fn, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { Card } from '../../src/components/parts/card.js'
import { MfaChallenge, type MfaChallengeProps, type StateOf } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'
import { authenticatorCode, GRACE, PASSWORD, sceneOf, type FlowScene } from '../flow-scene.js'

/** The challenge is the server's. */
type Args = Partial<MfaChallengeProps>

/** What the server answers to Grace's password. */
async function challengeOf({ client }: FlowScene): Promise<StateOf<'mfa_required'>> {
  const state = await client.signIn({ email: GRACE.email, password: PASSWORD })
  if (state.kind !== 'mfa_required') throw new Error(`Grace is asked for no factor: ${state.kind}.`)
  return state
}

const meta = preview.meta({
  title: 'components/mfa-challenge',
  component: MfaChallenge as ComponentType<object> as ComponentType<Args>,
  tags: ['autodocs'],
  ...dropInStories(
    { name: 'MfaChallenge', given: challengeOf, fixed: 'challenge={state}', code: afterAForm },
    (props: Args, _, challenge: StateOf<'mfa_required'>) => (
      <Card>
        <MfaChallenge {...props} challenge={challenge} />
      </Card>
    ),
  ),
  argTypes: { challenge: { control: false } },
  args: { email: GRACE.email, onSignedIn: fn() },
})

export const Usage = meta.story({
  play: async (context) => {
    const { args, canvas, userEvent } = context
    const code = await canvas.findByRole('textbox', { name: 'Code' })
    await waitFor(() => expect(code).toHaveFocus())
    await userEvent.type(code, authenticatorCode(sceneOf(context)))
    await waitFor(() => expect(args.onSignedIn).toHaveBeenCalledOnce())
  },
})

export const ByABackupCode = meta.story({
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Use a backup code' }))
    const code = await canvas.findByRole('textbox', { name: 'Backup code' })
    await userEvent.type(code, 'AAAA-1111{Enter}')
    await waitFor(() => expect(args.onSignedIn).toHaveBeenCalledOnce())
  },
})

/** A whole code waits for the button. */
export const SentByHand = meta.story({
  args: { autoSubmit: false },
  play: async (context) => {
    const { args, canvas, userEvent } = context
    await userEvent.type(
      await canvas.findByRole('textbox', { name: 'Code' }),
      authenticatorCode(sceneOf(context)),
    )
    await expect(args.onSignedIn).not.toHaveBeenCalled()
    await userEvent.click(canvas.getByRole('button', { name: 'Verify' }))
    await waitFor(() => expect(args.onSignedIn).toHaveBeenCalledOnce())
  },
})

export const WithAWayBack = meta.story({
  args: { onRestart: fn() },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Back' }))
    await expect(args.onRestart).toHaveBeenCalledOnce()
  },
})

/** `<SignIn/>` asks for the factor by itself; this is for a form of one's own. */
function afterAForm(element: string): string {
  return `import { MfaChallenge, useSignIn } from 'gatewright'
import { PasswordForm } from './password-form.js'

/** <SignIn/> does this by itself: it is for a form of your own. */
export function Page() {
  const { state, form, submit, reset } = useSignIn()
  if (state.kind !== 'mfa_required') return <PasswordForm form={form} onSubmit={submit} />
  return (
    <div data-gatewright="" data-gw="card">
      ${element}
    </div>
  )
}`
}

import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { answerStories } from '../answer-story.js'
import { expectDark, type Canvas } from '../expectations.js'
import { authSvc, intelliauth } from '../wire-answers.js'

const meta = preview.meta({ title: 'views/mfa-required', tags: ['autodocs'], ...answerStories })

/** The challenge for an authenticator app, with these other ways to answer it. */
async function expectChallenge(canvas: Canvas, ...otherWays: readonly string[]): Promise<void> {
  await expect(canvas.getByRole('heading', { name: "Confirm it's you" })).toBeVisible()
  await expect(
    canvas.getByText('Enter the 6-digit code from your authenticator app.'),
  ).toBeVisible()
  const code = canvas.getByRole('textbox', { name: 'Code' })
  await expect(code).toHaveFocus()
  await expect(code).toHaveAttribute('autocomplete', 'one-time-code')
  for (const name of ['Verify', 'Back', ...otherWays]) {
    await expect(canvas.getByRole('button', { name })).toBeEnabled()
  }
  await expect(canvas.getAllByRole('listitem')).toHaveLength(otherWays.length)
}

export const AuthenticatorAppOrBackupCode = meta.story({
  args: {
    backend: 'calimatic',
    operation: 'sign_in',
    body: {
      mfaRequired: true,
      mfaToken: 'mfa_1',
      expiresIn: 300,
      methods: ['totp', 'backup_code'],
      user: { userId: 'usr_1', email: 'ada@example.com', firstName: 'Ada' },
    },
  },
  play: ({ canvas }) => expectChallenge(canvas, 'Use a backup code'),
})

export const AnErrorCodeWithStatus200 = meta.story({
  args: authSvc('sign_in', 200, 'MFA_REQUIRED', 'Account requires multi-factor authentication'),
  play: ({ canvas }) => expectChallenge(canvas, 'Use a backup code'),
})

export const ATokenThatOpensNothingElse = meta.story({
  args: {
    backend: 'authos',
    operation: 'sign_in',
    body: { mfa_required: true, preauth_token: 'pre_1' },
  },
  play: ({ canvas }) => expectChallenge(canvas, 'Use a backup code'),
})

export const ManyFactors = meta.story({
  args: {
    backend: 'intelliauth',
    operation: 'sign_in',
    body: {
      data: {
        state: 'mfa_required',
        flow_id: 'flow_1',
        available_factors: ['totp', 'webauthn', 'sms', 'recovery_code'],
      },
    },
  },
  play: ({ canvas }) =>
    expectChallenge(canvas, 'Use passkey or security key', 'Use text message', 'Use a backup code'),
})

const EDGEBASE_TICKET = {
  backend: 'edgebase',
  operation: 'sign_in',
  body: { mfaRequired: true, mfaTicket: 'ticket_1', factors: [{ id: 'factor_1', type: 'totp' }] },
} as const

export const AFactorWithAnId = meta.story({
  args: EDGEBASE_TICKET,
  play: ({ canvas }) => expectChallenge(canvas, 'Use a backup code'),
})

export const ChoosingABackupCode = meta.story({
  args: intelliauth('sign_in', 401, 'mfa_required', {
    flow_id: 'flow_1',
    available_factors: ['totp'],
  }),
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Use a backup code' }))
    await expect(canvas.getByText('Enter one of your backup codes.')).toBeVisible()
    await expect(canvas.getByRole('textbox', { name: 'Backup code' })).toHaveFocus()
    await userEvent.click(canvas.getByRole('button', { name: 'Back' }))
    await expect(args.onAction).toHaveBeenCalledWith('restart')
  },
})

export const Dark = meta.story({
  args: EDGEBASE_TICKET,
  globals: { theme: 'dark' },
  play: async ({ canvas, canvasElement }) => {
    await expectChallenge(canvas, 'Use a backup code')
    await expectDark(canvasElement)
  },
})

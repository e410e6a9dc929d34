import { expect, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { SignUp, type SignUpProps } from '../../src/components/sign-up.js'
import { AuthProvider } from '../../src/index.js'
import { expectActions, expectPanel, expectSummary, expectToFit } from '../expectations.js'
import { fillField } from '../fill-field.js'
import { ADA, flowStories, PASSWORD, sceneOf, type FlowArgs, type FlowPlay } from '../flow-scene.js'
import { FlowScreen } from '../flow-screen.js'
import { signInSteps } from '../sign-in-steps.js'
import { LINKS, languageOf, NARROW } from '../surroundings.js'
import { ZxcvbnStrength } from '../zxcvbn-strength.js'

interface SignUpArgs extends FlowArgs {
  fields?: SignUpProps['fields']
  confirmPassword?: boolean
  passwordPolicy?: SignUpProps['passwordPolicy']
  strength?: SignUpProps['strength']
  terms?: SignUpProps['terms']
  accountDisclosure?: 'hide' | 'show'
}

const NEWCOMER = 'mary@example.com'

const meta = preview.meta({
  title: 'flows/sign-up',
  ...flowStories,
  args: { ...flowStories.args, accountDisclosure: 'hide' },
  argTypes: {
    ...flowStories.argTypes,
    accountDisclosure: { control: 'inline-radio', options: ['hide', 'show'] },
  },
  render: (args: SignUpArgs, { loaded, globals }) => {
    const { backend: _, server: __, accountDisclosure = 'hide', ...props } = args
    const scene = sceneOf({ loaded })
    const { client, captcha } = scene
    return (
      <FlowScreen scene={scene} {...languageOf(globals)}>
        <AuthProvider
          client={client}
          captcha={captcha}
          links={LINKS}
          accountDisclosure={accountDisclosure}
          {...languageOf(globals)}
        >
          <SignUp latencyFloorMs={0} {...props} />
        </AuthProvider>
      </FlowScreen>
    )
  },
})

function signUpSteps(context: FlowPlay) {
  const { canvas } = context
  const steps = signInSteps(context)
  async function fill(label: string, text: string) {
    await fillField(context, await canvas.findByLabelText(label), text)
  }
  return {
    ...steps,
    fill,
    signUpAs: async (email: string) => {
      await fill('Email', email)
      await fill('Password', PASSWORD)
      await steps.press('Create account')
    },
  }
}

async function awaitsVerification(context: FlowPlay): Promise<void> {
  const { scene, signUpAs, press, email, password, sent } = signUpSteps(context)
  await press('Create account')
  await expectSummary(context.canvas, 'Enter your email.', 'Enter your password.')
  await expect(await email()).toHaveAccessibleDescription(/Enter your email\./)
  await expect(await password()).toHaveAccessibleDescription(/Enter your password\./)
  await expect(sent('sign_up')).toBe(0)

  await signUpAs(NEWCOMER)
  await expectPanel(context.canvas, 'Verify your email')
  await expect(context.canvas.getByText(NEWCOMER)).toBeVisible()
  await expect(sent('sign_up')).toBe(1)
  await expect(scene.server.outbox.map(({ to }) => to)).toEqual([NEWCOMER])

  await press('Back')
  await expect(await email()).toHaveValue(NEWCOMER)
  await expect(await password()).toHaveValue('')
}

async function signsInAtOnce(context: FlowPlay): Promise<void> {
  const { signUpAs, expectSignedIn, sent } = signUpSteps(context)
  await signUpAs(NEWCOMER)
  await expectSignedIn()
  await expect(sent('sign_up')).toBe(1)
}

export const Calimatic = meta.story({ args: { backend: 'calimatic' }, play: awaitsVerification })

export const AuthSvc = meta.story({ args: { backend: 'auth-svc' }, play: signsInAtOnce })

export const Authos = meta.story({ args: { backend: 'authos' }, play: awaitsVerification })

export const Edgebase = meta.story({ args: { backend: 'edgebase' }, play: signsInAtOnce })

export const KnownAddressHidden = meta.story({
  args: { backend: 'calimatic' },
  play: async (context) => {
    const { scene, signUpAs } = signUpSteps(context)
    await signUpAs('ada@example.com')
    await expectPanel(context.canvas, 'Verify your email')
    await expect(context.canvas.getByText(/^We sent a message to/)).toHaveTextContent(
      'ada@example.com',
    )
    await expect(scene.server.outbox).toEqual([])
  },
})

export const KnownAddressShown = meta.story({
  args: { backend: 'calimatic', accountDisclosure: 'show' },
  play: async (context) => {
    const { signUpAs, expectMessage, password } = signUpSteps(context)
    await signUpAs('ada@example.com')
    await expectMessage('An account with this email already exists. Sign in instead.')
    await expectActions(context.canvas, 'Sign in instead', 'Reset password')
    await expect(await password()).toHaveValue(ADA.password)
  },
})

export const AskingMore = meta.story({
  args: {
    backend: 'auth-svc',
    fields: ['firstName', 'lastName'],
    confirmPassword: true,
    passwordPolicy: { minLength: 12, requires: ['uppercase', 'digit'] },
    strength: (password) => (
      <label data-gw="description">
        Strength <meter min={0} max={30} value={password.length} />
      </label>
    ),
    terms: (
      <div data-gw="checkbox">
        <input type="checkbox" id="terms" required />
        <label data-gw="label" htmlFor="terms">
          I agree to the terms of use
        </label>
      </div>
    ),
  },
  play: async (context) => {
    const { canvas, userEvent } = context
    const { fill, press, password, expectSignedIn, sent } = signUpSteps(context)
    await fill('First name', 'Mary')
    await fill('Last name', 'Jackson')
    await fill('Email', NEWCOMER)
    await fill('Password', 'Wind')
    const rules = within(canvas.getByRole('list', { name: 'Password requirements' }))
    await expect(rules.getAllByText('Met.')).toHaveLength(1)
    await waitFor(() => expect(canvas.getByRole('meter')).toHaveValue(4))

    await press('Create account')
    await expectSummary(
      canvas,
      'Use a password with 12 or more characters.',
      'Enter the password again.',
    )
    await expect(await password()).toHaveAccessibleDescription(
      /Error: Use a password with 12 or more characters\./,
    )
    await fill('Password', 'Wind tunnel 1953')
    await fill('Confirm password', 'Wind tunnel 1954')
    await press('Create account')
    await waitFor(() =>
      expect(canvas.getByLabelText('Confirm password')).toHaveAccessibleDescription(
        /The passwords are different\./,
      ),
    )
    await fill('Confirm password', 'Wind tunnel 1953')
    await press('Create account')
    await waitFor(() => expect(canvas.getByRole('checkbox')).toHaveFocus())
    await expect(sent('sign_up')).toBe(0)
    await userEvent.click(canvas.getByRole('checkbox'))
    await press('Create account')
    await expectSignedIn()
  },
})

export const StrengthByZxcvbn = meta.story({
  args: {
    backend: 'edgebase',
    strength: (password) => <ZxcvbnStrength password={password} />,
  },
  play: async (context) => {
    const { canvas } = context
    const { fill, press, expectSignedIn } = signUpSteps(context)
    await fill('Email', NEWCOMER)
    await fill('Password', 'password1')
    const meter = await canvas.findByRole('meter', { name: 'Strength' })
    await expect(meter).toHaveValue(0)
    await expect(canvas.getByText(/^Very easy to guess\./)).toBeVisible()

    await fill('Password', PASSWORD)
    await expect(await canvas.findByText(/^Very hard to guess\./)).toBeVisible()
    await expect(canvas.getByRole('meter', { name: 'Strength' })).toHaveValue(4)
    await press('Create account')
    await expectSignedIn()
  },
})

export const MistypedAddress = meta.story({
  args: { backend: 'edgebase' },
  play: async (context) => {
    const { canvas } = context
    const { fill, press, email } = signUpSteps(context)
    await fill('Email', 'mary@gmial.com')
    await press('Did you mean mary@gmail.com?')
    await expect(await email()).toHaveValue('mary@gmail.com')
    await expect(await email()).toHaveFocus()
    await expect(canvas.queryByRole('button', { name: /^Did you mean/ })).toBeNull()
  },
})

export const RefusedFields = meta.story({
  args: { backend: 'auth-svc', fields: ['firstName'] },
  play: async (context) => {
    const { canvas } = context
    const { scene, fill, signUpAs, email } = signUpSteps(context)
    scene.server.force('sign_up', {
      status: 400,
      code: 'BAD_REQUEST',
      message: 'Validation failed',
      details: {
        fields: {
          email: 'This domain takes no mail.',
          password: 'The password holds your name.',
          inviteCode: 'An invitation is needed.',
        },
      },
    })
    await fill('First name', 'Mary')
    await signUpAs(NEWCOMER)
    const alert = within(await canvas.findByRole('alert'))
    await expect(await alert.findByText('An invitation is needed.')).toBeVisible()
    await expect(alert.getAllByRole('listitem')).toHaveLength(1)
    await expect(await email()).toHaveAccessibleDescription(/This domain takes no mail\./)
    await expectSummary(canvas, 'This domain takes no mail.', 'The password holds your name.')
  },
})

export const Captcha = meta.story({
  args: { backend: 'edgebase', server: { captcha: 'always' } },
  play: async (context) => {
    const { canvas, userEvent } = context
    const { signUpAs, expectMessage, expectSignedIn, sent } = signUpSteps(context)
    await signUpAs(NEWCOMER)
    await expectMessage('Complete the security check to continue.')
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'I am a person' }))
    await expectSignedIn()
    await expect(sent('sign_up')).toBe(2)
  },
})

export const RateLimited = meta.story({
  args: { backend: 'calimatic', server: { signUpLimit: { max: 0, perSeconds: 90 } } },
  play: async (context) => {
    const { signUpAs, press, expectMessage, password, sent } = signUpSteps(context)
    await signUpAs(NEWCOMER)
    await expectMessage('Too many requests. Try again in 1 minute, 30 seconds.')
    await expect(await password()).toHaveValue(PASSWORD)
    await press('Create account')
    await expectMessage('Too many requests. Try again in 1 minute, 30 seconds.')
    await expect(sent('sign_up')).toBe(1)
  },
})

export const AHookSaysNo = meta.story({
  args: { backend: 'edgebase' },
  play: async (context) => {
    const { scene, signUpAs, expectMessage } = signUpSteps(context)
    const message = 'Only addresses of example.org may join.'
    scene.server.force('sign_up', { status: 403, message })
    await signUpAs(NEWCOMER)
    await expectMessage(message)
  },
})

export const RightToLeft = meta.story({
  args: { backend: 'auth-svc', fields: ['name'], passwordPolicy: { requires: ['digit'] } },
  globals: { direction: 'rtl' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText('Email')).toHaveAttribute('dir', 'ltr')
    await expect(canvas.getByRole('heading', { name: 'Create your account' })).toBeVisible()
  },
})

export const German = meta.story({
  args: {
    backend: 'calimatic',
    fields: ['firstName', 'lastName'],
    passwordPolicy: { requires: ['uppercase', 'lowercase', 'digit', 'special'] },
  },
  globals: { ...NARROW.globals, locale: 'de' },
  parameters: NARROW.parameters,
  play: async ({ canvas }) => {
    const rules = await canvas.findByRole('list', { name: 'Anforderungen an das Passwort' })
    await expect(within(rules).getAllByRole('listitem')).toHaveLength(5)
    await expectToFit()
  },
})

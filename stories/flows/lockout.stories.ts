import { expect, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { ADA, letPass, type FlowPlay } from '../flow-scene.js'
import { signInFlow } from '../flow-screen.js'
import { signInSteps } from '../sign-in-steps.js'

const meta = preview.meta({ title: 'flows/lockout', ...signInFlow })

interface Lockout {
  /** Wrong passwords that are answered as such before one is answered with the lock. */
  tries: number
  sentence: string
  /** What the page itself says once the time is over; null where nobody told it the time. */
  over: string | null
  seconds: number
}

function locksOut({ tries, sentence, over, seconds }: Lockout) {
  return async (context: FlowPlay): Promise<void> => {
    const { scene, email, password, signInAs, expectMessage, expectSignedIn, sent } =
      signInSteps(context)

    for (let n = 0; n < tries; n += 1) {
      await signInAs(ADA.email, 'wrong')
      await waitFor(async () => expect(await password()).toHaveValue(''))
    }
    await expectMessage('The email or password is incorrect.')
    await signInAs(ADA.email, 'wrong')
    await expectMessage(sentence)
    await expect(await email()).toHaveValue(ADA.email)
    await expect(sent('sign_in')).toBe(tries + 1)

    // Where the time is known the right password is held back; where it is not, the server refuses it.
    await signInAs(ADA.email)
    await waitFor(() => expect(sent('sign_in')).toBe(over === null ? tries + 2 : tries + 1))
    await expectMessage(sentence)

    letPass(scene, seconds)
    if (over !== null) await expectMessage(over)
    await signInAs(ADA.email)
    await expectSignedIn()
  }
}

const AFTER_FIVE = { tries: 4, seconds: 15 * 60 }

export const Calimatic = meta.story({
  args: { backend: 'calimatic' },
  play: locksOut({
    ...AFTER_FIVE,
    sentence: 'Too many failed attempts. Try again in a few minutes.',
    over: null,
  }),
})

export const AuthSvc = meta.story({
  args: { backend: 'auth-svc' },
  play: locksOut({
    ...AFTER_FIVE,
    sentence: 'Too many failed attempts. Try again in about 15 minutes.',
    over: 'You can try again now.',
  }),
})

export const Authos = meta.story({
  args: { backend: 'authos' },
  play: locksOut({
    ...AFTER_FIVE,
    sentence: 'Too many failed attempts. Try again in a few minutes.',
    over: null,
  }),
})

export const Intelliauth = meta.story({
  args: { backend: 'intelliauth' },
  play: locksOut({
    ...AFTER_FIVE,
    sentence: 'Too many failed attempts. Try again in 15 minutes.',
    over: 'You can try again now.',
  }),
})

/** No lockout here, but a limit: ten attempts a minute for an address. */
export const Edgebase = meta.story({
  args: { backend: 'edgebase' },
  play: locksOut({
    tries: 10,
    seconds: 60,
    sentence: 'Too many sign-in attempts. Try again in about 1 minute.',
    over: 'You can try again now.',
  }),
})

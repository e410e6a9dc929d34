import { URI } from 'otpauth'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { Visitor } from '../examples/visitor.js'

export const PASSWORD = 'correct horse battery staple'

/** Somebody with an account of their own at the demo's real server. */
export interface Person {
  email: string
  password: string
}

export interface PersonWithTotp extends Person {
  /** What the authenticator app shows now. */
  code: () => string
  backupCodes: readonly string[]
}

/** The demo server that the run has started. */
export function demoOrigin(): string {
  const { DEMO_ORIGIN } = process.env
  if (DEMO_ORIGIN) return DEMO_ORIGIN
  throw new Error('The demo server is not running. Start the tests with `npx playwright test`.')
}

export async function aNewcomer(): Promise<Person> {
  const { person } = await signedUp()
  return person
}

/** @param origin of the demo server that knows them */
export async function aMember(origin = demoOrigin()): Promise<Person> {
  const { person, visitor } = await signedUp(origin)
  await verify(person, visitor, origin)
  return person
}

export async function aMemberWithTotp(): Promise<PersonWithTotp> {
  const { person, visitor } = await signedUp()
  await verify(person, visitor)
  await visitor.does('signIn', person)
  const { value } = await visitor.does('startTotpEnrolment', { password: PASSWORD })
  const { uri, backupCodes } = value as { uri: string; backupCodes: readonly string[] }
  const totp = URI.parse(uri)
  const code = () => ('period' in totp ? totp.generate() : '')
  const { state } = await visitor.does('confirmTotpEnrolment', { code: code() })
  if (state) throw new Error(`The authenticator app was refused: ${state.code}.`)
  return { ...person, code, backupCodes }
}

/** Links in the mails to an address, newest first. */
export async function mailedLinks({ email }: Person, origin = demoOrigin()): Promise<string[]> {
  const response = await fetch(`${origin}/dev/outbox`)
  const { mails } = (await response.json()) as { mails: { to: string; url: string }[] }
  return mails.filter(({ to }) => to === email).map(({ url }) => url)
}

async function signedUp(origin = demoOrigin()): Promise<{ person: Person; visitor: Visitor }> {
  const visitor = new Visitor(betterAuth({ baseUrl: `${origin}/api/auth` }))
  const person = { email: newAddress(), password: PASSWORD }
  const { state } = await visitor.does('signUp', { ...person, name: 'Mary Jackson' })
  if (state) throw new Error(`Signing up was refused: ${state.code}.`)
  return { person, visitor }
}

async function verify(person: Person, visitor: Visitor, origin = demoOrigin()): Promise<void> {
  const [link = ''] = await mailedLinks(person, origin)
  const token = new URL(link).searchParams.get('token') ?? ''
  const { state } = await visitor.does('verifyEmail', { token })
  if (state) throw new Error(`Verifying the address was refused: ${state.code}.`)
}

/** An address nobody else in the run has. */
export function newAddress(): string {
  return `mary.${crypto.randomUUID()}@example.com`
}

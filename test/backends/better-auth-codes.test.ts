import { BASE_ERROR_CODES } from '@better-auth/core/error'
import {
  anonymous,
  captcha,
  deviceAuthorization,
  emailOTP,
  genericOAuth,
  haveIBeenPwned,
  multiSession,
  phoneNumber,
  twoFactor,
  username,
} from 'better-auth/plugins'
import { describe, expect, it } from 'vitest'
import {
  ANONYMOUS,
  BASE,
  CAPTCHA,
  DEVICE_AUTHORIZATION,
  EMAIL_OTP,
  GENERIC_OAUTH,
  HAVE_I_BEEN_PWNED,
  MULTI_SESSION,
  PASSKEY,
  PHONE_NUMBER,
  TWO_FACTOR,
  USERNAME,
} from '../../src/backends/better-auth/codes.js'
import {
  BETTER_AUTH_ROWS as ROWS,
  betterAuthBody,
  type BetterAuthRow,
} from '../contract/better-auth-rows.js'
import { stateAfter } from './state-after-better-auth.js'

// In the order of the rows.
const TABLES = [
  BASE,
  TWO_FACTOR,
  CAPTCHA,
  PASSKEY,
  USERNAME,
  EMAIL_OTP,
  PHONE_NUMBER,
  DEVICE_AUTHORIZATION,
  ANONYMOUS,
  MULTI_SESSION,
  HAVE_I_BEEN_PWNED,
  GENERIC_OAUTH,
]

function rowsOf(section: string): readonly BetterAuthRow[] {
  return ROWS.filter((row) => row.section === section)
}

describe('the codes of Better Auth', () => {
  const listed: Record<string, Readonly<Record<string, unknown>>> = {
    base: BASE_ERROR_CODES,
    twoFactor: twoFactor().$ERROR_CODES,
    captcha: captcha({ provider: 'hcaptcha', secretKey: 'unused' }).$ERROR_CODES,
    username: username().$ERROR_CODES,
    emailOTP: emailOTP({ sendVerificationOTP: async () => {} }).$ERROR_CODES,
    phoneNumber: phoneNumber().$ERROR_CODES,
    anonymous: anonymous().$ERROR_CODES,
    multiSession: multiSession().$ERROR_CODES,
    haveIBeenPwned: haveIBeenPwned().$ERROR_CODES,
    genericOAuth: genericOAuth({ config: [] }).$ERROR_CODES,
  }

  it.each(Object.entries(listed))(
    '%s: each one the installed package lists has its row',
    (section, expected) => {
      expect(rowsOf(section).map(({ code }) => code)).toEqual(Object.keys(expected))
    },
  )

  it('of the device plugin have the text they travel as', () => {
    const expected = deviceAuthorization({}).$ERROR_CODES
    expect(rowsOf('deviceAuthorization').map(({ code, text }) => [code, text])).toEqual(
      Object.entries(expected).map(([code, { message }]) => [code, message]),
    )
  })

  it('are 129, and as many rows of the tables', () => {
    expect(ROWS.filter(({ section }) => section !== 'unlisted')).toHaveLength(129)
    expect(TABLES.flatMap((table) => Object.keys(table))).toEqual(
      ROWS.filter(({ section }) => section !== 'unlisted').map(({ code }) => code),
    )
  })

  it.each(ROWS)('$section: $code at $at puts the user in $kind', (row) => {
    const { code, word, status, at, factor, kind, facts } = row
    const body = betterAuthBody(row, 'In English.')
    expect(stateAfter(at, status, body, factor ? { factor } : {})).toMatchObject({
      kind,
      ...facts,
      support: { rawCode: word ?? code, status },
    })
  })
})

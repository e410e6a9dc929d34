import type { Account, Totp } from './accounts.js'
import { factorsOf, requireCode } from './challenges.js'
import { requireText } from './fields.js'
import { refuse, type Nothing } from './refused.js'
import { totpMatches, totpUri } from './totp.js'
import { requireAccount, type Caller, type World } from './world.js'

/** A secret that waits for its first code. */
export interface TotpStart {
  factorId: string
  secret: string
  /** `otpauth:` address for the QR code. */
  uri: string
  backupCodes: readonly string[]
}

export interface MfaStatus {
  enabled: boolean
  totp: Totp | null
  backupCodesLeft: number
}

export function startTotp(world: World, _: Nothing, caller: Caller): TotpStart {
  const { account } = requireAccount(world, caller)
  if (account.totp?.confirmed) refuse('mfa_already_enrolled')
  const { accounts, policy, clock } = world
  const { factorId, secret } = accounts.startTotp(account, policy.backupCodes, clock.now())
  return { factorId, secret, uri: totpUri(secret, account.email), backupCodes: account.backupCodes }
}

export function confirmTotp(
  world: World,
  { code }: { code: string },
  caller: Caller,
): { backupCodes: readonly string[] } {
  const { account } = requireAccount(world, caller)
  requireText({ code })
  const { totp } = account
  if (!totp) return refuse('mfa_not_enrolled')
  if (totp.confirmed) refuse('mfa_already_enrolled')
  if (!totpMatches(totp.secret, code, world.clock.now())) refuse('code_wrong', { factor: 'totp' })
  totp.confirmed = true
  return { backupCodes: account.backupCodes }
}

/** How a backend makes sure that it is the owner who changes the factors. */
export interface Reauthentication {
  code: string
  password: string
  /** `either`: a password or a code; `none`: the bearer is enough. */
  needs: 'code' | 'either' | 'none'
}

export function disableTotp(world: World, proof: Reauthentication, caller: Caller): Nothing {
  const { account } = requireAccount(world, caller)
  requireProof(world, account, proof)
  account.totp = null
  account.backupCodes = []
  return {}
}

export function regenerateBackupCodes(
  world: World,
  proof: Reauthentication,
  caller: Caller,
): { backupCodes: readonly string[] } {
  const { account } = requireAccount(world, caller)
  requireProof(world, account, proof)
  world.accounts.newBackupCodes(account, world.policy.backupCodes)
  return { backupCodes: account.backupCodes }
}

export function mfaStatus(world: World, _: Nothing, caller: Caller): MfaStatus {
  const { account } = requireAccount(world, caller)
  return {
    enabled: factorsOf(account).length > 0,
    totp: account.totp,
    backupCodesLeft: account.backupCodes.length,
  }
}

/** The same, refused for an account without a second factor. */
export function countBackupCodes(world: World, input: Nothing, caller: Caller): MfaStatus {
  const status = mfaStatus(world, input, caller)
  if (!status.enabled) refuse('mfa_not_enrolled')
  return status
}

function requireProof(world: World, account: Account, proof: Reauthentication): void {
  if (!account.totp?.confirmed) refuse('mfa_not_enrolled')
  if (proof.needs === 'none') return
  if (proof.needs === 'either' && proof.password !== '') {
    if (proof.password !== account.password) refuse('wrong_current_password')
    return
  }
  if (proof.needs === 'either' && proof.code === '') {
    refuse('fields', { fields: [{ name: 'reauthentication', reason: 'required' }] })
  }
  requireCode(account, proof.code, null, world.clock.now())
}

'use client'
import { useId, type ReactNode } from 'react'
import { Controller } from 'react-hook-form'
import { toFieldError } from '../../hooks/form-errors.js'
import type { Proof } from '../../hooks/use-proof.js'
import { useSession } from '../../hooks/use-session.js'
import { useCopy } from '../../i18n/use-copy.js'
import { CodeField } from './code-field.js'
import { CurrentPasswordField } from './current-password-field.js'
import { HiddenUsername } from './hidden-username.js'

export interface ProofFieldProps {
  proof: Proof
  /** What sends it: not there before it is known what to ask for. */
  children?: ReactNode
}

/** What a backend wants before it changes the second factor: a password, a code, either, or nothing. */
export function ProofField({ proof: { kinds, kind, choose, form }, children }: ProofFieldProps) {
  const { say } = useCopy()
  const id = useId()
  const session = useSession()
  if (kinds === null) return null
  const other = kinds.find((known) => known !== kind)
  return (
    <>
      {kind === 'password' && (
        <>
          <HiddenUsername
            email={session.status === 'signed_in' ? session.user?.email : undefined}
          />
          <CurrentPasswordField
            fault={toFieldError('password', form.formState.errors.password)}
            {...form.register('password')}
          />
        </>
      )}
      {kind === 'code' && (
        <>
          <p data-gw="text" id={id}>
            {say('mfa.totp')}
          </p>
          <Controller
            control={form.control}
            name="code"
            render={({ field, fieldState }) => (
              <CodeField
                field={field}
                fault={toFieldError('code', fieldState.error)}
                describedBy={id}
              />
            )}
          />
        </>
      )}
      {other && (
        <button type="button" data-gw="link-button" onClick={() => choose(other)}>
          {say(other === 'password' ? 'actions.usePassword' : 'useFactor.totp')}
        </button>
      )}
      {children}
    </>
  )
}

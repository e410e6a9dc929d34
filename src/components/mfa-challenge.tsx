'use client'
import { forwardRef, useEffect, useId, type ComponentPropsWithoutRef } from 'react'
import { Controller } from 'react-hook-form'
import type { AuthUser } from '../backends/actions.js'
import { toFieldError } from '../hooks/form-errors.js'
import { useMfaChallenge } from '../hooks/use-mfa-challenge.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { LiveRegion } from '../primitives/announcer/live-region.js'
import { OtpField } from '../primitives/otp-field/otp-field.js'
import type { MfaRequired } from '../ui-state/ui-state.js'
import { FactorList } from './parts/factor-list.js'
import { FormField } from './parts/form-field.js'
import { SubmitButton } from './parts/submit-button.js'
import { isUiState, surfaceOf } from './surface.js'
import { UiStateView } from './ui-state-view.js'

export interface MfaChallengeProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** The state that asked for the second factor. */
  challenge: MfaRequired
  onSignedIn?: ((user: AuthUser | null) => void) | undefined
  /** Back to the password, as when the challenge has expired. */
  onRestart?: (() => void) | undefined
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
  /** Sends a whole code as soon as it is in. Default true. */
  autoSubmit?: boolean | undefined
}

/** Asks for the second factor: a code from an authenticator app, or a backup code. */
export const MfaChallenge = forwardRef<HTMLElement, MfaChallengeProps>(function MfaChallenge(
  { copy, ...props },
  ref,
) {
  return (
    <CopyOverride copy={copy}>
      <ChallengeScreen {...props} ref={ref} />
    </CopyOverride>
  )
})

const ChallengeScreen = forwardRef<HTMLElement, Omit<MfaChallengeProps, 'copy'>>(
  function ChallengeScreen({ challenge, onSignedIn, onRestart, autoSubmit = true, ...props }, ref) {
    const { t } = useCopy()
    const id = useId()
    const { state, form, factor, factors, chooseFactor, submit, reset } = useMfaChallenge({
      challenge,
      onSignedIn,
    })
    // Whoever comes here has a code to type; the field's description says what for.
    useEffect(() => form.setFocus('code'), [form, factor.kind])

    const handlers = { retry: () => void submit(), restart: onRestart, cancel: onRestart }
    if (isUiState(state) && surfaceOf(state) === 'panel') {
      return <UiStateView state={state} handlers={{ ...handlers, restart: onRestart ?? reset }} />
    }
    const isBackupCode = factor.kind === 'backup_code'
    return (
      <section
        data-gw="panel"
        data-kind="mfa_required"
        data-factor={factor.kind}
        aria-labelledby={id}
        {...props}
        ref={ref}
      >
        <h2 data-gw="heading" id={id}>
          {t('titles.mfa_required')}
        </h2>
        <p data-gw="text" id={`${id}-text`}>
          {t(`mfa.${factor.kind}`)}
        </p>
        <form data-gw="form" noValidate method="post" onSubmit={(event) => void submit(event)}>
          <LiveRegion politeness="assertive" stamp={form.formState.submitCount}>
            {isUiState(state) && (
              <UiStateView state={state} handlers={{ ...handlers, hasForm: true }} />
            )}
          </LiveRegion>
          <Controller
            key={factor.kind}
            control={form.control}
            name="code"
            render={({ field, fieldState }) => (
              <FormField
                label={t(isBackupCode ? 'labels.backupCode' : 'labels.code')}
                fault={toFieldError('code', fieldState.error)}
              >
                <OtpField
                  name={field.name}
                  value={field.value}
                  ref={field.ref}
                  onBlur={field.onBlur}
                  aria-describedby={`${id} ${id}-text`}
                  alphabet={isBackupCode ? 'text' : 'digits'}
                  onCodeChange={field.onChange}
                  onComplete={autoSubmit && !isBackupCode ? () => void submit() : undefined}
                />
              </FormField>
            )}
          />
          <SubmitButton pending={state.kind === 'submitting'}>{t('actions.verify')}</SubmitButton>
        </form>
        <FactorList current={factor} factors={factors} onChoose={chooseFactor} />
        {onRestart && (
          <button type="button" data-gw="button" data-variant="quiet" onClick={onRestart}>
            {t('actions.back')}
          </button>
        )}
      </section>
    )
  },
)

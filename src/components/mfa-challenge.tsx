'use client'
import { forwardRef, useEffect, useId, useRef, type ComponentPropsWithoutRef } from 'react'
import type { AuthUser } from '../backends/actions.js'
import { useMfaChallenge } from '../hooks/use-mfa-challenge.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import type { MfaRequired } from '../ui-state/ui-state.js'
import { ChallengeAnswer } from './parts/challenge-answer.js'
import { EndsIn } from './parts/ends-in.js'
import { FactorList } from './parts/factor-list.js'
import { FactorText } from './parts/factor-text.js'
import { StateMessage } from './parts/state-message.js'
import { isUiState, surfaceOf } from './surface.js'
import { UiStateView } from './ui-state-view.js'

/** What `<MfaChallenge>` takes; other props reach the element around it. */
export interface MfaChallengeProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** The state that asked for the second factor. */
  challenge: MfaRequired
  /** Who signs in: a pause between two messages is kept for them over a reload, as a hash. */
  email?: string | undefined
  /** Called once the factor is confirmed and somebody is signed in. */
  onSignedIn?: ((user: AuthUser | null) => void) | undefined
  /** Back to the password, as when the challenge has expired. */
  onRestart?: (() => void) | undefined
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
  /** Sends a whole code as soon as it is in. Default true. */
  autoSubmit?: boolean | undefined
}

/** Asks for the second factor: a code from an app, a message or a list of backup codes, or a passkey. */
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
  function ChallengeScreen(
    { challenge, email, onSignedIn, onRestart, autoSubmit = true, ...props },
    ref,
  ) {
    const { say } = useCopy()
    const id = useId()
    const heading = useRef<HTMLHeadingElement>(null)
    const others = useRef<HTMLUListElement>(null)
    const flow = useMfaChallenge({ challenge, email, onSignedIn })
    const { state, form, factor, factors, message, chooseFactor, submit, retry, reset } = flow

    const asksForCode = factor.kind !== 'webauthn' && (message === null || message.kind !== 'due')
    // Whoever comes here has a code to type, or else something to read first.
    useEffect(() => {
      if (asksForCode) form.setFocus('code')
      else heading.current?.focus()
    }, [asksForCode, form, factor.kind])

    const handlers = {
      retry,
      restart: onRestart,
      cancel: onRestart,
      // After a wrong code the field is the way on, and the other ways stand below it.
      chooseMethod: state.kind === 'invalid_code' ? undefined : () => focusFirst(others.current),
    }
    if (isUiState(state) && surfaceOf(state) === 'panel') {
      return <UiStateView state={state} handlers={{ ...handlers, restart: onRestart ?? reset }} />
    }
    return (
      <section
        data-gw="panel"
        data-kind="mfa_required"
        data-factor={factor.kind}
        aria-labelledby={id}
        {...props}
        ref={ref}
      >
        <h2 data-gw="heading" id={id} ref={heading} tabIndex={-1}>
          {say('titles.mfa_required')}
        </h2>
        <FactorText id={`${id}-text`} factor={factor} due={message?.kind === 'due'} />
        <EndsIn id={`${id}-end`} until={challenge.expiresAt} />
        <form data-gw="form" noValidate method="post" onSubmit={(event) => void submit(event)}>
          <StateMessage state={state} handlers={handlers} attempts={form.formState.submitCount} />
          <ChallengeAnswer
            flow={flow}
            asksForCode={asksForCode}
            describedBy={[
              id,
              `${id}-text`,
              ...(challenge.expiresAt === null ? [] : [`${id}-end`]),
            ].join(' ')}
            autoSubmit={autoSubmit}
          />
        </form>
        <FactorList current={factor} factors={factors} onChoose={chooseFactor} ref={others} />
        {onRestart && (
          <button type="button" data-gw="button" data-variant="quiet" onClick={onRestart}>
            {say('actions.back')}
          </button>
        )}
      </section>
    )
  },
)

function focusFirst(list: HTMLElement | null): void {
  list?.querySelector('button')?.focus()
}

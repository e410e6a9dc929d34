'use client'
import { forwardRef, useEffect, type ComponentPropsWithoutRef } from 'react'
import type { StepUpRequest } from '../client/step-up-queue.js'
import { useStepUpConfirmation } from '../hooks/use-step-up-confirmation.js'
import { useStepUpRequest } from '../hooks/use-step-up-request.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { FlowCard } from './parts/flow-card.js'
import { Modal } from './parts/modal.js'
import { ProofField } from './parts/proof-field.js'
import { SubmitButton } from './parts/submit-button.js'

/** What `<StepUp>` takes; other props reach its dialog. */
export interface StepUpProps extends Omit<ComponentPropsWithoutRef<'dialog'>, 'children' | 'open'> {
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
}

/**
 * The dialog in which a user confirms who they are, for calls wrapped in `guard()` of `useStepUp()`. Mount it
 * once, anywhere below `<AuthProvider>`.
 */
export const StepUp = forwardRef<HTMLDialogElement, StepUpProps>(function StepUp(
  { copy, ...props },
  ref,
) {
  const { request, cancel } = useStepUpRequest()
  return (
    <CopyOverride copy={copy}>
      <Modal
        open={request !== null}
        heading="titles.stepUp"
        onDismiss={cancel}
        {...props}
        ref={ref}
      >
        {request && <Confirmation request={request} onCancel={cancel} />}
      </Modal>
    </CopyOverride>
  )
})

function Confirmation({ request, onCancel }: { request: StepUpRequest; onCancel: () => void }) {
  const { say } = useCopy()
  const { state, proof, email, submit, solveCaptcha, finish, reset } =
    useStepUpConfirmation(request)
  const { form, kind } = proof
  // What to ask for is known a moment after the dialog has opened.
  useEffect(() => {
    if (kind) form.setFocus(kind)
  }, [form, kind])
  const handlers = {
    retry: () => void submit(),
    restart: reset,
    cancel: onCancel,
    finish,
    solveCaptcha: (token: string) => void solveCaptcha(token),
    placedFields: ['password', 'code'],
    email: email ?? undefined,
  }
  return (
    <FlowCard
      state={state}
      handlers={handlers}
      heading="titles.stepUp"
      intro={<p data-gw="text">{say('texts.stepUp')}</p>}
      footer={
        <div data-gw="actions">
          <button type="button" data-gw="button" data-variant="quiet" onClick={onCancel}>
            {say('actions.cancel')}
          </button>
        </div>
      }
      attempts={form.formState.submitCount}
      onSend={submit}
      onReturn={() => kind && form.setFocus(kind)}
    >
      <ProofField proof={proof} />
      <SubmitButton pending={state.kind === 'submitting'}>
        {say('actions.confirmIdentity')}
      </SubmitButton>
    </FlowCard>
  )
}

'use client'
import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyOverrides } from '../i18n/resources.js'
import { Card } from './parts/card.js'
import { EnrolmentSteps } from './parts/enrolment-steps.js'

/** What `<MfaEnrolment>` takes; other props reach the element around it. */
export interface MfaEnrolmentProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Called once a second factor is on and its backup codes are saved. */
  onEnabled?: (() => void) | undefined
  /** Called once it is off again. */
  onDisabled?: (() => void) | undefined
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
}

/** Sets up an authenticator app as the second factor; once it is on, makes new backup codes and turns it off. */
export const MfaEnrolment = forwardRef<HTMLDivElement, MfaEnrolmentProps>(function MfaEnrolment(
  { onEnabled, onDisabled, copy, ...props },
  ref,
) {
  return (
    <CopyOverride copy={copy}>
      <Card {...props} ref={ref}>
        <EnrolmentSteps onEnabled={onEnabled} onDisabled={onDisabled} />
      </Card>
    </CopyOverride>
  )
})

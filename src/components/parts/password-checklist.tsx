'use client'
import type { PasswordPolicy } from '../../backends/actions.js'
import { checkPassword, type PasswordRequirement } from '../../hooks/new-password.js'
import { fieldCopy } from '../../i18n/copy-of.js'
import { useCopy } from '../../i18n/use-copy.js'
import { LiveRegion } from '../../primitives/announcer/live-region.js'
import { VisuallyHidden } from '../../primitives/visually-hidden/visually-hidden.js'

export interface PasswordChecklistProps {
  /** Begins the ids of the sentences; see `requirementIds`. */
  id: string
  policy: PasswordPolicy
  /** What is typed now. */
  password: string
  /** What was typed when the person last paused: this much is announced. */
  settled: string
}

/** What is asked of a new password, and how much of it is there. Each refusal is said at the field too. */
export function PasswordChecklist({ id, policy, password, settled }: PasswordChecklistProps) {
  const { t, say } = useCopy()
  const left = checkPassword(settled, policy).filter(({ met }) => !met).length
  return (
    <>
      <ul data-gw="checklist" aria-label={t('a11y.passwordRequirements')}>
        {checkPassword(password, policy).map(({ requirement, met, reason }) => {
          const { key, values } = fieldCopy({ name: 'password', reason, ...minOf(policy) })
          return (
            <li key={requirement} data-requirement={requirement} data-met={met || undefined}>
              <span id={idOf(id, requirement)}>{say(key, values)}</span>{' '}
              <VisuallyHidden>{say(met ? 'a11y.met' : 'a11y.notMet')}</VisuallyHidden>
            </li>
          )
        })}
      </ul>
      <LiveRegion politeness="polite" hidden="visually">
        {settled !== '' &&
          (left === 0
            ? say('a11y.requirementsMet')
            : say('counts.requirementsLeft', { count: left }))}
      </LiveRegion>
    </>
  )
}

/** The ids of the sentences, for `aria-describedby`: what is asked, without what is there already. */
export function requirementIds(id: string, policy: PasswordPolicy): string {
  return checkPassword('', policy)
    .map(({ requirement }) => idOf(id, requirement))
    .join(' ')
}

function idOf(id: string, requirement: PasswordRequirement): string {
  return `${id}-${requirement}`
}

function minOf({ minLength }: PasswordPolicy): { min?: number } {
  return minLength === null ? {} : { min: minLength }
}

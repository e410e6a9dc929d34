'use client'
import { useCopy } from '../../i18n/use-copy.js'
import type { UiKind, UiState } from '../../ui-state/ui-state.js'
import { CopyButton } from './copy-button.js'

/** Kinds in which a person may have to ask somebody for help. */
const ASKS_FOR_HELP: ReadonlySet<UiKind> = new Set<UiKind>([
  'unknown',
  'server_error',
  'configuration_error',
  'account_disabled',
  'permission_denied',
  'blocked_by_policy',
  'operator_notice',
])

/** The request's id behind "Details", for the support team. Nothing where the answer carried none. */
export function SupportReference({ state }: { state: UiState }) {
  const { say, rich } = useCopy()
  const id = state.support.requestId
  if (id === null || !ASKS_FOR_HELP.has(state.kind)) return null
  return (
    <details data-gw="support">
      <summary>{say('actions.details')}</summary>
      <p data-gw="text">{say('support.contact')}</p>
      <p data-gw="text">{rich('support.reference', { id: <bdi dir="ltr">{id}</bdi> })}</p>
      <CopyButton text={id} label="support.copyReference" copied="support.copied" />
    </details>
  )
}

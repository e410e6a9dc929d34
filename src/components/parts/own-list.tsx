'use client'
import type { ReactNode } from 'react'
import type { CopyKey } from '../../i18n/resources.js'
import { useCopy } from '../../i18n/use-copy.js'
import { Spinner } from '../../primitives/spinner/spinner.js'
import type { UiState } from '../../ui-state/ui-state.js'
import { UiStateView } from '../ui-state-view.js'

export interface OwnListProps<Item> {
  /** Null until they are known. */
  items: readonly Item[] | null
  /** Why they are not known. */
  failure: UiState | null
  onRetry: () => void
  /** Said where there are none. */
  empty: CopyKey
  /** Name of the list. */
  label: CopyKey
  /** One item as a list item. */
  children: (item: Item) => ReactNode
}

/** What belongs to whoever is signed in: on its way, not to be had, none, or one below the other. */
export function OwnList<Item>({
  items,
  failure,
  onRetry,
  empty,
  label,
  children,
}: OwnListProps<Item>) {
  const { t, say } = useCopy()
  if (items === null && failure) {
    return <UiStateView state={failure} handlers={{ retry: onRetry }} />
  }
  if (items === null) return <Spinner pending label={say('a11y.loading')} />
  if (items.length === 0) return <p data-gw="text">{say(empty)}</p>
  return (
    <ul data-gw="list" aria-label={t(label)}>
      {items.map(children)}
    </ul>
  )
}

'use client'
import { forwardRef } from 'react'
import type { OfferedFactor } from '../../errors/failure-data.js'
import type { Factor } from '../../errors/operation.js'
import { useCopy } from '../../i18n/use-copy.js'

export interface FactorListProps {
  current: OfferedFactor
  factors: readonly OfferedFactor[]
  onChoose: (kind: Factor) => void
}

/** The other ways to confirm, each one press away. */
export const FactorList = forwardRef<HTMLUListElement, FactorListProps>(function FactorList(
  { current, factors, onChoose },
  ref,
) {
  const { t, say } = useCopy()
  const others = factors.filter(({ kind }) => kind !== current.kind)
  if (others.length === 0) return null
  return (
    <ul data-gw="factor-list" ref={ref} aria-label={t('a11y.factors')}>
      {others.map(({ kind }) => (
        <li key={kind}>
          <button
            type="button"
            data-gw="button"
            data-variant="quiet"
            data-factor={kind}
            onClick={() => onChoose(kind)}
          >
            {say(`useFactor.${kind}`)}
          </button>
        </li>
      ))}
    </ul>
  )
})

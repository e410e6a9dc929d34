'use client'
import { useCopy } from '../../i18n/use-copy.js'
import { Spelled } from './spelled.js'

/** Backup codes, one to a line and read as characters. */
export function CodeList({ codes }: { codes: readonly string[] }) {
  const { t } = useCopy()
  return (
    <ul data-gw="code-list" aria-label={t('a11y.backupCodes')}>
      {codes.map((code) => (
        <li key={code}>
          <Spelled>{code}</Spelled>
        </li>
      ))}
    </ul>
  )
}

'use client'
import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyOverrides } from '../i18n/resources.js'
import { BackupCodesPanel } from './parts/backup-codes-panel.js'
import { Card } from './parts/card.js'
import { CodesToSave } from './parts/codes-to-save.js'

/** What `<BackupCodes>` takes in either use; other props reach the element around it. */
interface Frame extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
}

/** With `codes`: those that were just handed out. Without: how many are left, and new ones on request. */
export type BackupCodesProps = Frame &
  (
    | { codes: readonly string[]; onSaved: () => void }
    | { codes?: undefined; onSaved?: (() => void) | undefined }
  )

/** Shows backup codes on the one occasion that they can be seen, and makes new ones. */
export const BackupCodes = forwardRef<HTMLDivElement, BackupCodesProps>(function BackupCodes(
  { codes, onSaved, copy, ...props },
  ref,
) {
  return (
    <CopyOverride copy={copy}>
      <Card {...props} ref={ref}>
        {codes && onSaved ? (
          <CodesToSave codes={codes} onSaved={onSaved} takesFocus={false} />
        ) : (
          <BackupCodesPanel onSaved={onSaved} takesFocus={false} />
        )}
      </Card>
    </CopyOverride>
  )
})

'use client'
import { useRef, useState } from 'react'
import type { FieldError } from '../../errors/failure-data.js'
import { useAuthSettings } from '../../hooks/auth-context.js'
import { useCopy } from '../../i18n/use-copy.js'
import { saveAsFile } from '../save-as-file.js'
import { CheckboxField } from './checkbox-field.js'
import { CodeList } from './code-list.js'
import { CopyButton } from './copy-button.js'
import { StepForm } from './step-form.js'

const READY = { kind: 'ready' }
const NOT_SAVED: FieldError = { name: 'saved', reason: 'required' }

export interface CodesToSaveProps {
  codes: readonly string[]
  /** The person says that they are saved. */
  onSaved: () => void
  /** False for the first thing on a page. */
  takesFocus?: boolean
}

/** Backup codes on the one occasion that they are shown: to copy, download or print, and not to be left unsaved. */
export function CodesToSave({ codes, onSaved, takesFocus = true }: CodesToSaveProps) {
  const { say } = useCopy()
  const box = useRef<HTMLInputElement>(null)
  const [attempts, setAttempts] = useState(0)
  const [saved, setSaved] = useState(false)
  const finish = async () => {
    setAttempts((before) => before + 1)
    if (saved) onSaved()
    else box.current?.focus()
  }
  return (
    <StepForm
      kind="save_codes"
      heading="titles.backupCodes"
      state={READY}
      handlers={{}}
      attempts={attempts}
      takesFocus={takesFocus}
      onSend={async (event) => {
        event.preventDefault()
        await finish()
      }}
      intro={
        <>
          <SheetTitle />
          <p data-gw="text">{say('mfa.saveBackupCodes')}</p>
          <CodeList codes={codes} />
          <SavingActions codes={codes} />
        </>
      }
    >
      <CheckboxField
        label={say('mfa.backupCodesSaved')}
        fault={attempts > 0 && !saved ? NOT_SAVED : null}
        checked={saved}
        required
        ref={box}
        onChange={(event) => setSaved(event.target.checked)}
      />
      <button type="submit" data-gw="button" data-variant="primary">
        {say('actions.done')}
      </button>
    </StepForm>
  )
}

/** Whose codes these are, and since when: on paper alone. */
function SheetTitle() {
  const { now } = useAuthSettings('CodesToSave')
  const { t, language } = useCopy()
  const [made] = useState(now)
  return (
    <p data-gw="sheet-title">
      {t('titles.backupCodesFor', { site: window.location.hostname })}
      <time dateTime={new Date(made).toISOString()}>
        {new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(made)}
      </time>
    </p>
  )
}

function SavingActions({ codes }: { codes: readonly string[] }) {
  const { t, say } = useCopy()
  const download = () => {
    const site = window.location.hostname
    const title = t('titles.backupCodesFor', { site })
    saveAsFile(`backup-codes-${site}.txt`, [title, '', ...codes, ''].join('\n'))
  }
  return (
    <div data-gw="actions">
      <CopyButton text={codes.join('\n')} copied="mfa.backupCodesCopied" />
      <button type="button" data-gw="button" data-variant="secondary" onClick={download}>
        {say('actions.download')}
      </button>
      <button
        type="button"
        data-gw="button"
        data-variant="secondary"
        onClick={() => window.print()}
      >
        {say('actions.print')}
      </button>
    </div>
  )
}

'use client'
import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import type { Passkey } from '../../backends/actions.js'
import type { FieldError } from '../../errors/failure-data.js'
import { useCopy } from '../../i18n/use-copy.js'
import { FieldInput } from '../../primitives/field/field.js'
import { ActionButton } from './action-button.js'
import { FormField } from './form-field.js'
import { SubmitButton } from './submit-button.js'

/** What is being done to a passkey. */
export type PasskeyTask = 'rename' | 'remove'

export interface PasskeyRowProps {
  passkey: Passkey
  /** What is being done to this one; null while it is only listed. */
  task: PasskeyTask | null
  onTask: (task: PasskeyTask | null) => void
  /** Left out where the backend keeps no names. */
  onRename?: ((name: string) => void) | undefined
  onRemove: () => void
  /** Why the server refused the name. */
  fault: FieldError | null
  pending: boolean
}

/** One passkey: its name, since when, and what can be done to it. The focus stays with the row. */
export function PasskeyRow(props: PasskeyRowProps) {
  const { passkey, task } = props
  const { t, say, language } = useCopy()
  const name = passkey.name ?? t('labels.unnamedPasskey')
  const since = useId()
  const row = useRef<HTMLLIElement>(null)
  const begun = useRef(task)
  useEffect(() => {
    if (task === null && begun.current !== null) {
      row.current?.querySelector<HTMLElement>(`[data-action="${begun.current}"]`)?.focus()
    }
    begun.current = task
  }, [task])
  return (
    <li data-task={task ?? undefined} ref={row}>
      <span>
        <bdi>{name}</bdi>
        {passkey.createdAt !== null && (
          <span data-gw="hint" id={since}>
            {' '}
            {say('labels.created', {
              when: new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(
                passkey.createdAt,
              ),
            })}
          </span>
        )}
      </span>
      {task === 'rename' && <Rename {...props} name={passkey.name ?? ''} />}
      {task === 'remove' && <Remove {...props} name={name} />}
      {task === null && <Tasks {...props} name={name} describedBy={since} />}
    </li>
  )
}

interface Named extends PasskeyRowProps {
  name: string
}

function Tasks({ name, describedBy, onRename, onTask }: Named & { describedBy: string }) {
  const { say } = useCopy()
  return (
    <div data-gw="actions">
      {onRename && (
        <ActionButton
          variant="quiet"
          data-action="rename"
          aria-describedby={describedBy}
          onClick={() => onTask('rename')}
        >
          {say('actions.renamePasskey', { name })}
        </ActionButton>
      )}
      <ActionButton
        variant="quiet"
        data-action="remove"
        aria-describedby={describedBy}
        onClick={() => onTask('remove')}
      >
        {say('actions.removePasskey', { name })}
      </ActionButton>
    </div>
  )
}

function Rename({ name, pending, fault, onRename, onTask }: Named) {
  const { say } = useCopy()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(name)
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [fault])

  function send(event: FormEvent): void {
    event.preventDefault()
    const wanted = typed.trim()
    setMissing(wanted === '')
    if (wanted === '') input.current?.focus()
    else onRename?.(wanted)
  }
  return (
    <form data-gw="form" noValidate method="post" onSubmit={send}>
      <FormField
        label={say('labels.passkeyName')}
        fault={isMissing ? { name: 'passkeyName', reason: 'required' } : fault}
      >
        <FieldInput
          ref={input}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          autoComplete="off"
          dir="auto"
          required
        />
      </FormField>
      <div data-gw="actions">
        <SubmitButton pending={pending}>{say('actions.save')}</SubmitButton>
        <ActionButton variant="quiet" inactive={pending} onClick={() => onTask(null)}>
          {say('actions.cancel')}
        </ActionButton>
      </div>
    </form>
  )
}

function Remove({ name, pending, onRemove, onTask }: Named) {
  const { say, rich } = useCopy()
  const group = useRef<HTMLDivElement>(null)
  const id = useId()
  useEffect(() => group.current?.focus(), [])
  return (
    <div data-gw="panel" role="group" aria-labelledby={id} tabIndex={-1} ref={group}>
      <p data-gw="text" id={id}>
        {rich('texts.removePasskeyConfirm', { name: <bdi>{name}</bdi> })}
      </p>
      <div data-gw="actions">
        <ActionButton pending={pending} onClick={onRemove}>
          {say('actions.removePasskey', { name })}
        </ActionButton>
        <ActionButton variant="quiet" inactive={pending} onClick={() => onTask(null)}>
          {say('actions.cancel')}
        </ActionButton>
      </div>
    </div>
  )
}

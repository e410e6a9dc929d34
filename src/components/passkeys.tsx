'use client'
import { forwardRef, useEffect, useRef, useState, type ComponentPropsWithoutRef } from 'react'
import { useActionFacts } from '../hooks/use-action-facts.js'
import { usePasskeys, type PasskeyChange } from '../hooks/use-passkeys.js'
import { useRequiredAction } from '../hooks/use-required-action.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyKey, CopyOverrides } from '../i18n/resources.js'
import { useCopy, type Copy } from '../i18n/use-copy.js'
import { LiveRegion } from '../primitives/announcer/live-region.js'
import { deviceLabel } from './device-name.js'
import { ActionButton } from './parts/action-button.js'
import { Card } from './parts/card.js'
import { OwnList } from './parts/own-list.js'
import { PasskeyRow, type PasskeyTask } from './parts/passkey-row.js'
import { isUiState, surfaceOf } from './surface.js'
import { UiStateView } from './ui-state-view.js'

/** What `<Passkeys>` takes; other props reach the element around it. */
export interface PasskeysProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Name for a new passkey, where the backend keeps names. Default: what this browser and system are called. */
  newPasskeyName?: string | undefined
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
}

/** The account's passkeys: adds one, renames and removes them. */
export const Passkeys = forwardRef<HTMLDivElement, PasskeysProps>(function Passkeys(
  { copy, ...props },
  ref,
) {
  return (
    <CopyOverride copy={copy}>
      <PasskeysScreen {...props} ref={ref} />
    </CopyOverride>
  )
})

/** What to say once it is done. */
const CHANGES = {
  registered: 'texts.passkeyAdded',
  renamed: 'texts.passkeyRenamed',
  removed: 'texts.passkeyRemoved',
} as const satisfies Record<PasskeyChange['kind'], CopyKey>

const PasskeysScreen = forwardRef<HTMLDivElement, Omit<PasskeysProps, 'copy'>>(
  function PasskeysScreen({ newPasskeyName, ...props }, ref) {
    useRequiredAction('Passkeys', 'listPasskeys')
    const { t, say } = useCopy()
    const heading = useRef<HTMLHeadingElement>(null)
    const { state, supported, passkeys, listFailure, register, rename, remove, refresh, reset } =
      usePasskeys({ list: true })
    const renames = useActionFacts('renamePasskey').supported === true
    const [open, setOpen] = useState<{ id: string; task: PasskeyTask } | null>(null)
    const change = changeIn(state)
    // What was being done to a passkey is done, and the control it began with is gone.
    if (open && (change === 'renamed' || change === 'removed')) setOpen(null)
    useEffect(() => {
      if (change === 'renamed' || change === 'removed') heading.current?.focus()
    }, [change])

    const busy = state.kind === 'submitting'
    const nameFault =
      state.kind === 'field_errors'
        ? (state.fields.find(({ name }) => name === 'name') ?? null)
        : null
    // A passkey's name, as against a person's.
    const fault = nameFault && { ...nameFault, name: 'passkeyName' }
    if (isUiState(state) && surfaceOf(state) === 'panel') {
      return (
        <Card data-kind={state.kind} {...props} ref={ref}>
          <UiStateView state={state} handlers={{ restart: reset, cancel: reset }} />
        </Card>
      )
    }
    const turnTo = (id: string, task: PasskeyTask | null) => {
      reset()
      setOpen(task && { id, task })
    }
    return (
      <Card data-kind={state.kind} {...props} ref={ref}>
        <h2 data-gw="heading" ref={heading} tabIndex={-1}>
          {say('titles.passkeys')}
        </h2>
        <p data-gw="text">{say('texts.passkeyExplained')}</p>
        <LiveRegion politeness="assertive">
          {isUiState(state) && (
            <UiStateView state={state} handlers={{ hasForm: true, placedFields: ['name'] }} />
          )}
        </LiveRegion>
        <LiveRegion politeness="polite">
          {change && <p data-gw="text">{say(CHANGES[change])}</p>}
        </LiveRegion>
        <OwnList
          items={passkeys}
          failure={listFailure}
          onRetry={refresh}
          empty="texts.noPasskeys"
          label="titles.passkeys"
        >
          {(passkey) => (
            <PasskeyRow
              key={passkey.id}
              passkey={passkey}
              task={open?.id === passkey.id ? open.task : null}
              onTask={(task) => turnTo(passkey.id, task)}
              onRename={renames ? (name) => void rename(passkey.id, name) : undefined}
              onRemove={() => void remove(passkey.id)}
              fault={fault}
              pending={busy}
            />
          )}
        </OwnList>
        {supported && (
          <ActionButton
            variant="primary"
            pending={busy && open === null}
            inactive={busy}
            onClick={() => void register(newPasskeyName ?? nameOfThisDevice(t))}
          >
            {say('actions.addPasskey')}
          </ActionButton>
        )}
      </Card>
    )
  },
)

/** Whoever has several tells them apart by it. */
function nameOfThisDevice(t: Copy['t']): string | undefined {
  return deviceLabel(navigator.userAgent, t) ?? undefined
}

function changeIn({ kind }: { kind: string }): PasskeyChange['kind'] | null {
  return Object.hasOwn(CHANGES, kind) ? (kind as PasskeyChange['kind']) : null
}

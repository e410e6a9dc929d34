'use client'
import { useId, type FormEvent } from 'react'
import { useCopy } from '../../i18n/use-copy.js'
import { hasCopy } from '../../i18n/resources.js'
import { NextActions } from '../next-actions.js'
import { StatePanel } from '../parts/state-panel.js'
import type { ViewProps } from '../view-props.js'

/** The account lacks something that this app needs: asks for it and goes on. */
export function DetailsRequired({ state, handlers }: ViewProps<'details_required'>) {
  const { say } = useCopy()
  const id = useId()
  const { submitDetails } = handlers
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const texts = [...given].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    )
    submitDetails?.(Object.fromEntries(texts))
  }
  return (
    <StatePanel state={state}>
      {submitDetails && state.fields.length > 0 && (
        <form data-gw="form" method="post" onSubmit={submit}>
          {state.fields.map(({ name }) => {
            const key = `labels.${name}`
            return (
              <div key={name} data-gw="field">
                <label data-gw="label" htmlFor={`${id}-${name}`}>
                  {hasCopy(key) ? say(key) : <bdi>{name}</bdi>}
                </label>
                <input data-gw="input" id={`${id}-${name}`} name={name} required dir="auto" />
              </div>
            )
          })}
          <button data-gw="button" data-variant="primary" type="submit">
            {say('actions.continue')}
          </button>
        </form>
      )}
      <NextActions lead="quiet" wanted={['back', 'support']} handlers={handlers} />
    </StatePanel>
  )
}

'use client'
import { useId } from 'react'
import { useCopy } from '../../i18n/use-copy.js'
import { CopyButton } from './copy-button.js'
import { Spelled } from './spelled.js'

/** The secret of an authenticator app for those who type it: in groups of four, and to be copied whole. */
export function SetupKey({ secret }: { secret: string }) {
  const { say } = useCopy()
  const id = useId()
  const key = secret.replace(/\s/g, '')
  return (
    <div data-gw="field" role="group" aria-labelledby={id}>
      <span data-gw="label" id={id}>
        {say('labels.setupKey')}
      </span>
      <code data-gw="secret">
        <Spelled>{key.replace(/.{4}(?=.)/g, '$& ')}</Spelled>
      </code>
      <CopyButton text={key} />
    </div>
  )
}

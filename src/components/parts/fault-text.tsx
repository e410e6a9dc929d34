'use client'
import { Fragment, type ReactNode } from 'react'
import type { FieldFault } from '../../hooks/form-errors.js'
import { fieldCopy } from '../../i18n/copy-of.js'
import { useCopy } from '../../i18n/use-copy.js'

/** What is wrong with a field: each thing on a line of its own, and what would be said twice once. */
export function FaultText({ fault }: { fault: FieldFault }) {
  const { t, say } = useCopy()
  const lines = new Map<string, ReactNode>(
    [fault, ...(fault.also ?? [])].map((report) => {
      const { key, values, serverText } = fieldCopy(report)
      return serverText === null
        ? [t(key, values), say(key, values)]
        : [serverText, <bdi key={serverText}>{serverText}</bdi>]
    }),
  )
  return [...lines].map(([text, shown], index) => (
    <Fragment key={text}>
      {index > 0 && ' '}
      {index > 0 && <br />}
      {shown}
    </Fragment>
  ))
}

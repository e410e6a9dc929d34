'use client'
import { NextActions } from '../next-actions.js'
import { Panel } from './panel.js'

/** Somebody is signed in, and there is nothing left to type. */
export function SignedInPanel() {
  return (
    <Panel kind="signed_in" heading="codes.signed_in.text">
      <NextActions lead="primary" wanted={['continue']} handlers={{}} />
    </Panel>
  )
}

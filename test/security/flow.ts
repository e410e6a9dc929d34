import { act, fireEvent, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import type { Operation } from '../../src/errors/operation.js'
import type { BackendId } from '../contract/seed-rows.js'
import type { FakeAuthServerOptions } from '../../src/testing/index.js'
import type { Scene } from './scene.js'
import type { OtherRoutes } from './wire.js'

/** One way through the kit on which a secret travels. */
export interface Flow {
  name: string
  /** The backends that have it. */
  on: readonly BackendId[]
  /** What the answers to its request are answers to. */
  operation: Operation
  server?: Partial<FakeAuthServerOptions>
  routes?: (scene: () => Scene) => OtherRoutes
  /** Actions of it whose address carries a token because the backend's contract says so. */
  inAddress?: Partial<Record<BackendId, string>>
  screen: (scene: Scene) => ReactNode
  /** What has happened before the page is opened. */
  before?: (scene: Scene) => Promise<void>
  /** The way to where the secret is typed. */
  approach?: (scene: Scene) => Promise<void>
  /** Its request goes out with the page, not with a press. */
  sendsByItself?: true
  /** Nothing secret goes out: it only comes back. */
  sendsNone?: true
  /** It asks no server at all. */
  asksNobody?: true
  /** Types secrets and sends them. */
  send: (scene: Scene) => Promise<void>
  /** The secrets that are shown on purpose once it has worked, and how they are put away. */
  putAway?: (scene: Scene) => Promise<void>
  /** What shows that it has worked. */
  worked: (scene: Scene) => boolean
}

/** The field with this token of `autocomplete`. */
export function field(token: string): HTMLInputElement {
  const found = document.querySelector<HTMLInputElement>(`input[autocomplete~="${token}"]`)
  if (found) return found
  throw new Error(`The page has no field for ${token}.`)
}

export function type(into: HTMLInputElement, text: string): void {
  fireEvent.input(into, { target: { value: text } })
}

/** Sends the form that is shown, as Enter does. */
export async function submit(): Promise<void> {
  const form = await waitFor(() => {
    const shown = document.querySelector('form')
    if (!shown) throw new Error('The page has no form.')
    return shown
  })
  await act(async () => form.requestSubmit())
}

/** Presses a button, once it is there. */
export async function press(name: string): Promise<void> {
  const button = await waitFor(() => {
    const found = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent.trim() === name,
    )
    if (!found) throw new Error(`The page has no button "${name}".`)
    return found
  })
  await act(async () => button.click())
}

/** Waits for words. */
export async function words(text: string): Promise<void> {
  await waitFor(() => {
    if (!document.body.textContent.includes(text))
      throw new Error(`The page does not say "${text}".`)
  })
}

export const says = (text: string) => () => document.body.textContent.includes(text)
export const signedIn = ({ client }: Scene) => client.getSession().status === 'signed_in'

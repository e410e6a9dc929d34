import type { AuthUser } from '../backends/actions.js'
import type { StateOf, UiKind } from '../ui-state/ui-state.js'

/** What the flow around a view can do for it. A view leaves out the action whose handler is not given. */
export interface StateHandlers {
  /** Send the same thing again. */
  retry?: (() => void) | undefined
  /** Drop the flow's state and begin again. */
  restart?: (() => void) | undefined
  /** Begin again as somebody else: nothing typed is kept. */
  otherAccount?: (() => void) | undefined
  /** Leave the flow. */
  cancel?: (() => void) | undefined
  /** Somebody is signed in now. */
  finish?: ((user: AuthUser | null) => void) | undefined
  /** Send the same form with the token of a solved captcha. */
  solveCaptcha?: ((token: string) => void) | undefined
  /** Go on with the organization or account of that id. */
  choose?: ((id: string) => void) | undefined
  /** Go on with the details that were asked for, by name. */
  submitDetails?: ((values: Record<string, string>) => void) | undefined
  /** Go to where a new password is set. */
  setPassword?: (() => void) | undefined
  /** Go to where a second factor is set up. */
  enrolMfa?: (() => void) | undefined
  /** Confirm who is signed in. */
  reauthenticate?: (() => void) | undefined
  /** Ask for another mail with a link. */
  requestLink?: (() => void) | undefined
  /** Go to the other ways of signing in. */
  chooseMethod?: (() => void) | undefined
  /** Go on with a code by e-mail, where the link did not do. */
  emailCode?: (() => void) | undefined
  /** Show where the user is signed in, to make room. */
  manageSessions?: (() => void) | undefined
  /** A form stays in view around the state, and sending it is the way on. */
  hasForm?: boolean | undefined
  /** Names of the refused fields that the form around the view shows itself. */
  placedFields?: readonly string[] | undefined
  /** The address the flow is about, where the state does not carry it. */
  email?: string | undefined
}

/** What every view is given. */
export interface ViewProps<K extends UiKind> {
  state: StateOf<K>
  handlers: StateHandlers
}

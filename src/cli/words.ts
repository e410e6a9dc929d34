import type { ProgramResponse, RetryRule } from '../errors/catalogue.js'

/** What each response asks of the program. */
export const RESPONSES: Readonly<Record<ProgramResponse, string>> = {
  show_error: 'show the sentence above the form and leave what was typed',
  show_fields: 'show each refused field its reason and focus the first',
  show_conflict: 'say what exists already and offer to use it',
  count_down: 'hold the form, count the wait down, then let the user try again',
  resend_verification: 'offer to send the verification once more',
  set_password: 'ask for a new password before going on',
  challenge_mfa: 'ask for the second factor',
  enrol_mfa: 'offer to set up a second factor',
  re_enter_code: 'empty the code field and ask for the code again',
  step_up: 'park the call, confirm the identity, then send the call once more',
  solve_captcha: 'show the captcha, then send the form with its token',
  choose: 'let the user choose one of the options',
  complete_details: 'ask for the missing details',
  continue_interactively: 'send the user to the page where the flow continues',
  offer_fallback: 'offer another way to sign in',
  offer_sign_in: 'offer to sign in instead',
  request_new_link: 'offer to send a new link',
  make_room: 'offer to end or remove something first',
  restart: 'start the flow again from its beginning',
  refresh: 'refresh the session once and send the call again, showing nothing',
  retry_once: 'send the call once more, showing nothing',
  retry: 'offer to try again',
  poll: 'ask again after the interval until it is decided',
  reload: 'load the current version, then let the user repeat the change',
  sign_in: 'show the sign-in form, then come back',
  finish: 'go on: the goal is reached',
  return_to_form: 'go back to the form as it was',
  stop: 'stop here and name whom to ask',
  do_not_retry: 'stop: repeating cannot help',
  narrow_scope: 'ask for fewer permissions or offer to request access',
  report_configuration: 'stop, and tell the developers: the set-up is wrong',
  report_operator: 'tell the operators; an end user never sees it',
  report_unknown: 'show the general sentence and keep the raw code for support',
}

/** Who may send the request again. */
export const RETRIES: Readonly<Record<RetryRule, string>> = {
  never: 'nobody; the same request fails again',
  user: 'the user, by hand',
  after_wait: 'the user, when the wait is over',
  backoff: 'the client by itself where the call is safe to repeat, else the user',
  once: 'the client, once',
  poll: 'the client, at the interval',
}

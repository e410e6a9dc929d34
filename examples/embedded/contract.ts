// What the pages and the server of the demo agree on.

/** Below `/api/auth`: takes `{ password }` and makes the session fresh again. */
export const STEP_UP_PATH = '/step-up/verify'

/** The one device that the auth server knows. */
export const DEVICE_CLIENT_ID = 'gatewright-demo-device'

/** Hands out what `altcha({ challengeUrl })` solves. */
export const CHALLENGE_PATH = '/captcha/challenge'

/** An API of the demo's own, which the auth server knows nothing of. */
export const ORDERS_PATH = '/api/orders'

/** Where providers send users back to. */
export const CALLBACK_PATH = '/oauth/callback'

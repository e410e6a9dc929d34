import type { AccountEndpoints } from '../backend.js'
import { get, post, signedIn } from './endpoints.js'
import { readDeviceAuthorization, readDeviceGrant } from './wire-account.js'
import { readNothing } from './wire.js'

/** RFC 8628 3.4. */
const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code'

/** Both sides of the device flow; only the device needs a client id. */
export function deviceEndpoints(clientId: string | undefined): AccountEndpoints {
  return { ...APPROVAL, ...(clientId === undefined ? {} : pollingAs(clientId)) }
}

const APPROVAL: AccountEndpoints = {
  // Opening the code also claims it for the session, without which it can be neither approved nor denied.
  verifyDeviceCode: {
    operation: 'device_verify',
    request: ({ userCode }) => signedIn(get('/device', { user_code: userCode })),
    result: (body) => readNothing(body) && { providers: [] },
  },
  approveDevice: {
    operation: 'device_verify',
    request: ({ userCode }) => signedIn(post('/device/approve', { userCode })),
    result: readNothing,
  },
  denyDevice: {
    operation: 'device_verify',
    request: ({ userCode }) => signedIn(post('/device/deny', { userCode })),
    result: readNothing,
  },
}

function pollingAs(client_id: string): AccountEndpoints {
  return {
    startDeviceFlow: {
      operation: 'device_poll',
      request: () => post('/device/code', { client_id }),
      result: readDeviceAuthorization,
    },
    pollDeviceFlow: {
      operation: 'device_poll',
      request: ({ deviceCode }) =>
        post('/device/token', { grant_type: DEVICE_GRANT, device_code: deviceCode, client_id }),
      result: readDeviceGrant,
    },
  }
}

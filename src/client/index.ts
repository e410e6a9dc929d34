/** Gatewright without React: the client, the sort and the catalogue. */
export { createAuthClient } from './create-auth-client.js'
export { toUiState } from '../ui-state/to-ui-state.js'
export { CATALOGUE as catalogue } from '../errors/catalogue.js'

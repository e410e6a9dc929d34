export { createAuthClient, type AuthClientOptions } from './create-auth-client.js'
export { indexedDbSession } from './indexed-db-session.js'
export type { SessionPersistence } from './session-keeper.js'
export type { Page } from './page.js'
export type {
  AuthClient,
  CallOptions,
  Session,
  SessionEnd,
  SignedIn,
  SignedOut,
  StorageFault,
  Succeeded,
} from './auth-client.js'
export type { AuthEvent, AuthEventOf } from './auth-event.js'
export {
  isStepUpCancelled,
  isStepUpNeeded,
  StepUpCancelled,
  StepUpNeeded,
} from './step-up-needed.js'

export { defineBackend } from '../backends/define-backend.js'
export { readBody } from '../backends/read-body.js'
export type {
  AnswerFacts,
  BackendDefinition,
  FoundChallenge,
  FoundError,
  FoundSession,
  FoundUser,
  OwnBackendOptions,
  OwnEndpoint,
  OwnEndpoints,
  Route,
} from '../backends/own-backend.js'

export { toUiState } from '../ui-state/to-ui-state.js'
export type { FactsOf, Method, StateOf, Support, UiKind, UiState } from '../ui-state/ui-state.js'

export { CATALOGUE as catalogue } from '../errors/catalogue.js'
export type { AuthCode, CatalogueRow, ProgramResponse, RetryRule } from '../errors/catalogue.js'
export type { AuthFailure } from '../errors/auth-failure.js'
export type { FailureData, FieldError, FieldReason, OfferedFactor } from '../errors/failure-data.js'
export type { Factor, Operation, OperationContext } from '../errors/operation.js'

export type {
  AccountEndpoints,
  Backend,
  Challenge,
  CodeEntry,
  CodeTable,
  Dialect,
  Endpoint,
  Endpoints,
  MessageRule,
  SignInEndpoints,
  StatusTable,
  WireAnswer,
  WireError,
  WireRequest,
} from '../backends/backend.js'
export type {
  ActionInput,
  ActionName,
  ActionResult,
  AuthUser,
  DeviceSession,
  SessionGrant,
  SignUpGrant,
} from '../backends/actions.js'

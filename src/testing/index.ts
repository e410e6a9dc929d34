export { authSvcDialect } from './dialects/auth-svc.js'
export { authosDialect, type AuthosDialectOptions } from './dialects/authos.js'
export { calimaticDialect, type CalimaticDialectOptions } from './dialects/calimatic.js'
export { edgebaseDialect, type EdgebaseDialectOptions } from './dialects/edgebase.js'
export { intelliauthDialect } from './dialects/intelliauth.js'
export type { AccountChanges, AccountStatus, FakeAccount } from './fake-auth-server/accounts.js'
export type { CaptchaRule } from './fake-auth-server/captcha.js'
export type { ClockOptions, FakeClock } from './fake-auth-server/clock.js'
export {
  createFakeAuthServer,
  type FakeAuthServer,
  type FakeAuthServerOptions,
  type LoggedRequest,
} from './fake-auth-server/create-fake-auth-server.js'
export type {
  Dialect,
  Incoming,
  RefusalTable,
  Reply,
  Route,
  WireRow,
  Writing,
} from './fake-auth-server/dialect.js'
export type { Fault, ForceOptions } from './fake-auth-server/forced.js'
export type { Mail } from './fake-auth-server/outbox.js'
export { pseudoCopy, type PseudoLanguage } from './pseudo-copy.js'
export type { Limit, Policy, ReuseRule } from './fake-auth-server/policy.js'
export { checkBackend, type BackendCheck } from './conformance/check-backend.js'
export { describeBackend, type TestWords } from './conformance/describe-backend.js'
export type { ExampleAnswer } from './conformance/example-answer.js'
export type { LiveServer } from './conformance/live.js'
export type { BackendReport, Check, Finding, Reached, UnmappedCode } from './conformance/report.js'

export { serveFakeAuth, type ServedFakeAuth, type ServeOptions } from './node-server.js'

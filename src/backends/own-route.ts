import type { WireRequest } from './backend.js'

const ROUTE = /^(GET|POST|PUT|PATCH|DELETE) (\/(?:[^/?#\s][^?#\s]*)?)$/
const PLACEHOLDER = /:([a-z]\w*)/gi

/** A route, read: its method, and its path for an input. */
export interface CompiledRoute {
  method: WireRequest['method']
  path: (input: object) => string
}

/** Reads `POST /sessions/:id`; null when it is no method and path. */
export function compileRoute(route: unknown): CompiledRoute | null {
  const parts = typeof route === 'string' ? ROUTE.exec(route) : null
  if (!parts) return null
  const [, method, template = ''] = parts
  return {
    method: method as WireRequest['method'],
    path: (input) =>
      template.replace(PLACEHOLDER, (whole, name: string) => filled(whole, name, input)),
  }
}

/** A placeholder's input, encoded; one that no input fills stays, for the checks of a backend to find. */
function filled(placeholder: string, name: string, input: object): string {
  const value = Object.hasOwn(input, name) ? (input as Record<string, unknown>)[name] : undefined
  return typeof value === 'string' ? segment(value) : placeholder
}

/** One part of a path. Dots alone would climb out of it, encoded once or not. */
function segment(value: string): string {
  return /^\.{1,2}$/.test(value) ? value.replaceAll('.', '%252E') : encodeURIComponent(value)
}

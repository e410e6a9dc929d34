import { readFileSync } from 'node:fs'

/** The script that stands in for a vendor's. */
export const STAND_IN = readFileSync('test/captcha/vendor-stand-in.js', 'utf8')

/** A widget as the stand-in for the vendor's script keeps it. */
export interface StandInWidget {
  options: Record<string, unknown> & Record<`${string}callback`, (...given: unknown[]) => unknown>
  resets: number
  removed?: boolean
  action?: string
  box: HTMLInputElement
}

export interface StandIn {
  widgets: StandInWidget[]
  /** What its address said. */
  query: Record<string, string>
  nextToken: (() => string) | null
}

import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { readCapped } from '../client/wire-body.js'
import { Misuse } from './misuse.js'

/**
 * The text of a body file, or of standard input for `-`, up to the client's limit.
 *
 * @throws {Misuse} when the file cannot be read.
 */
export async function readInput(path: string): Promise<string> {
  try {
    const stream = path === '-' ? process.stdin : (await open(path)).createReadStream()
    return await readCapped(new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>))
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new Misuse(
      `the body file ${JSON.stringify(path)} could not be read${reason}`,
      'Most backends say in the body what went wrong',
      'Give the path of a file, or - to pipe the body in',
    )
  }
}

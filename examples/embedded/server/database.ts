import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import Libsql from 'libsql'

/** The tables of Better Auth, children first, so that they can be emptied in this order. */
const TABLES = [
  'session',
  'account',
  'verification',
  'twoFactor',
  'passkey',
  'deviceCode',
  'user',
] as const

type Rows = Record<(typeof TABLES)[number], Record<string, unknown>>

export interface DemoDatabase {
  db: Kysely<Rows>
  empty: () => Promise<void>
  close: () => Promise<void>
}

/** Opens a new SQLite file in the directory, in place of the one of an earlier run. */
export async function createDatabase(dataDir: string): Promise<DemoDatabase> {
  const file = join(dataDir, 'demo.sqlite')
  await mkdir(dataDir, { recursive: true })
  for (const end of ['', '-wal', '-shm']) await rm(`${file}${end}`, { force: true })

  // Better Auth takes libsql's own object for a Kysely handle, so it is given a real one.
  const db = new Kysely<Rows>({ dialect: new SqliteDialect({ database: new Libsql(file) }) })
  return {
    db,
    empty: async () => {
      for (const table of TABLES) await db.deleteFrom(table).execute()
    },
    close: () => db.destroy(),
  }
}

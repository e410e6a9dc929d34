import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import react from '@vitejs/plugin-react'
import { build, type Rolldown } from 'vite'

export interface BuiltPageOptions {
  /** React warns, and StrictMode does everything twice. Default false: built as an app would be. */
  development?: boolean
}

/** Builds the page of a spec. Gives its scripts by their address; the first to load is `/page.js`. */
export async function buildPage(
  entry: string,
  { development = false }: BuiltPageOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const built = (await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    // The kit under the name it is installed with, as in the stories.
    resolve: { tsconfigPaths: true },
    ...(development && { define: { 'process.env.NODE_ENV': '"development"' } }),
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      // Styles are the page’s own to link.
      cssCodeSplit: false,
      rolldownOptions: {
        input: entry,
        output: { entryFileNames: 'page.js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })) as Rolldown.RolldownOutput
  return new Map(
    built.output.flatMap((file) =>
      file.type === 'chunk' ? [[`/${file.fileName}`, file.code] as const] : [],
    ),
  )
}

/** Starts a server on loopback, on a port that nobody has, and gives that. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

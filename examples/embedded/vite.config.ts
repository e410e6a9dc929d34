import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: at('.'),
  publicDir: at('app/public'),
  plugins: [react()],
  resolve: {
    // The kit from its source, under the names it is installed with: see `paths` in tsconfig.json.
    tsconfigPaths: true,
    alias: { 'gatewright/styles.css': at('app/kit.css') },
  },
  build: {
    outDir: at('dist'),
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inline: the page runs under a strict Content-Security-Policy.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
})

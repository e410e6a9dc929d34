import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The auth server answers below the page's own origin.
const proxy = {
  '/api': {
    target: process.env['AUTH_ORIGIN'] ?? 'http://127.0.0.1:4000',
    rewrite: (path: string) => path.replace('/api', ''),
  },
}

export default defineConfig({
  plugins: [react()],
  server: { proxy },
  preview: { proxy },
})

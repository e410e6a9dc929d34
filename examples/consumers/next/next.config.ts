import type { NextConfig } from 'next'

const authOrigin = process.env['AUTH_ORIGIN'] ?? 'http://127.0.0.1:4000'

const config: NextConfig = {
  // The auth server answers below the page's own origin.
  rewrites: async () => [{ source: '/api/:path*', destination: `${authOrigin}/:path*` }],
}

export default config

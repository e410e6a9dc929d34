import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }

const { devDependencies } = manifest

/** What `npm create vite` writes for React and TypeScript, as far as a registry has to do with it. */
const FILES = {
  'package.json': json({
    name: 'fresh-app',
    private: true,
    type: 'module',
    dependencies: { react: devDependencies.react, 'react-dom': devDependencies['react-dom'] },
    devDependencies: {
      '@types/react': devDependencies['@types/react'],
      '@types/react-dom': devDependencies['@types/react-dom'],
      '@vitejs/plugin-react': devDependencies['@vitejs/plugin-react'],
      typescript: devDependencies.typescript,
      vite: devDependencies.vite,
    },
  }),
  'tsconfig.json': json({
    compilerOptions: {
      target: 'es2022',
      lib: ['es2023', 'dom', 'dom.iterable'],
      module: 'esnext',
      moduleResolution: 'bundler',
      jsx: 'react-jsx',
      strict: true,
      noEmit: true,
      noUnusedLocals: true,
      skipLibCheck: true,
      types: ['vite/client'],
      paths: { '@/*': ['./src/*'] },
    },
    include: ['src'],
  }),
  'vite.config.ts': `import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({ plugins: [react()], resolve: { alias: { '@': '/src' } } })
`,
  'index.html': `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Fresh app</title></head>
  <body><div id="root"></div><script type="module" src="/src/main.tsx"></script></body>
</html>
`,
  'src/index.css': `body {
  margin: 0;
}
`,
  'src/main.tsx': `import { createRoot } from 'react-dom/client'
import { AuthProvider } from 'gatewright'
import { authSvc } from 'gatewright/backends/auth-svc'
import { createAuthClient } from 'gatewright/client'
import { SignIn } from '@/components/gatewright/sign-in'
import './index.css'

const client = createAuthClient({ backend: authSvc({ baseUrl: '/auth' }) })
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <AuthProvider client={client}>
      <SignIn />
    </AuthProvider>,
  )
}
`,
} as const

/** Writes an app that has nothing of the kit yet, and knows the registry as `@gatewright`. */
export function writeFreshApp(folder: string, origin: string): void {
  const components = json({
    $schema: 'https://ui.shadcn.com/schema.json',
    style: 'new-york',
    // Without it the command takes 'use client' out of some files and not of others, and so finds its own files changed.
    rsc: true,
    tsx: true,
    // With a base colour the command asks its own registry for it, for files that have none of its colours.
    tailwind: { config: '', css: 'src/index.css', baseColor: '', cssVariables: true },
    aliases: { components: '@/components', utils: '@/utils', ui: '@/components/ui' },
    iconLibrary: 'lucide',
    registries: { '@gatewright': `${origin}/r/{name}.json` },
  })
  for (const [name, text] of Object.entries({ ...FILES, 'components.json': components })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

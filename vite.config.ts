import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import manifest from './package.json' with { type: 'json' }

/** The stylesheets of the package, each with the sources it is made of. */
const STYLESHEETS = {
  'tokens.css': ['src/theme/tokens.css'],
  'styles.css': ['src/theme/tokens.css', 'src/theme/components.css'],
  ...Object.fromEntries(
    readdirSync('src/theme/themes').map((file) => [`themes/${file}`, [`src/theme/themes/${file}`]]),
  ),
}

/** The package's own list of what it offers decides what is built: `dist/a/b.js` is `src/a/b.ts`. */
function entries(): Record<string, string> {
  const offered = Object.values(manifest.exports).flatMap((target) =>
    typeof target === 'string' ? [] : [target.default],
  )
  return Object.fromEntries(
    [...offered, ...Object.values(manifest.bin)].flatMap((file) => {
      const name = file.replace(/^(\.\/)?dist\//, '').replace(/\.js$/, '')
      const source = `src/${name}.ts`
      return existsSync(source) ? [[name, source]] : []
    }),
  )
}

function stylesheets(): Plugin {
  return {
    name: 'gatewright:stylesheets',
    apply: (config) => config.build?.lib !== undefined,
    generateBundle() {
      for (const [fileName, sources] of Object.entries(STYLESHEETS)) {
        const source = sources.map((path) => readFileSync(path, 'utf8')).join('\n')
        this.emitFile({ type: 'asset', fileName, source })
      }
    },
  }
}

export default defineConfig({
  plugins: [stylesheets()],
  // A language is one value, and a string is parsed faster than code.
  json: { namedExports: false, stringify: true },
  build: {
    target: 'es2022',
    sourcemap: true,
    minify: false,
    lib: { entry: entries(), formats: ['es'] },
    rolldownOptions: {
      external: (id) => !id.startsWith('.') && !isAbsolute(id) && !id.startsWith('\0'),
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        entryFileNames: '[name].js',
      },
    },
  },
})

/** Lines that somebody who adds a backend writes into files that are there already, each above the line that begins so. */
export const LINES_ELSEWHERE: readonly { file: string; above: string; lines: readonly string[] }[] =
  [
    {
      file: 'package.json',
      above: '    "./backends/edgebase": {',
      lines: [
        '    "./backends/quay": {',
        '      "types": "./dist/backends/quay/index.d.ts",',
        '      "default": "./dist/backends/quay/index.js"',
        '    },',
      ],
    },
    {
      file: 'src/cli/backends.ts',
      above: "import type { Operation } from '../errors/operation.js'",
      lines: ["import { quay } from '../backends/quay/index.js'"],
    },
    {
      file: 'src/cli/backends.ts',
      above: "  ['better-auth', () => betterAuth(NOWHERE)],",
      lines: ["  ['quay', () => quay(NOWHERE)],"],
    },
    {
      file: 'README.md',
      above: '| `gatewright/backends/intelliauth`',
      lines: ['| `gatewright/backends/quay` | Quay | tokens in memory |'],
    },
    {
      file: 'docs/backends/README.md',
      above: '| [IntelliAuth]',
      lines: ['| [Quay](quay.md) | tokens in memory | its fault list |'],
    },
  ]

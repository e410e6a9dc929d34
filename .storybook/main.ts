import { defineMain } from '@storybook/react-vite/node'
import react from '@vitejs/plugin-react'
import { mergeConfig } from 'vite'

export default defineMain({
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.@(ts|tsx)'],
  addons: [
    '@storybook/addon-docs',
    '@storybook/addon-a11y',
    '@storybook/addon-themes',
    '@storybook/addon-vitest',
    'msw-storybook-addon',
  ],
  staticDirs: ['./public'],
  // The toolbar has room for what the kit has a use for.
  features: { backgrounds: false, measure: false, outline: false },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: { reactDocgen: 'react-docgen' },
  // The kit under the name it is installed with: see `paths` in tsconfig.json.
  viteFinal: (config) =>
    mergeConfig(config, { plugins: [react()], resolve: { tsconfigPaths: true } }),
})

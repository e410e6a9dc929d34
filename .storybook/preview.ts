import addonA11y from '@storybook/addon-a11y'
import addonDocs from '@storybook/addon-docs'
import addonThemes, { withThemeByDataAttribute } from '@storybook/addon-themes'
import { definePreview } from '@storybook/react-vite'
import addonMsw from 'msw-storybook-addon'
import { directionOf } from '../src/i18n/languages.js'
import { SHIPPED_LANGUAGES } from '../src/i18n/resources.js'
import { DocsPageFrame } from '../stories/docs/docs-pages.js'
import { DIALECT_IDS } from '../stories/dialect-ids.js'
import { PSEUDO_LANGUAGES } from '../stories/surroundings.js'
import { readableProps } from './prop-table.js'
import '../src/theme/tokens.css'
import '../src/theme/components.css'
import '../src/theme/themes/compact.css'
import '../src/theme/themes/contrast.css'
import '../src/theme/themes/soft.css'
import './canvas.css'
import './showroom.css'

type ToolbarItem = string | { value: string; title: string }

function itemOf(locale: string): { value: string; title: string } {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale)
  return { value: locale, title: name ?? locale }
}

function pseudoItemOf(locale: string): { value: string; title: string } {
  return { value: locale, title: `Pseudo-locale ${locale}` }
}

/** A switch of the toolbar that shows what it is set to. */
function choice<const Icon extends string>(description: string, icon: Icon, items: ToolbarItem[]) {
  return { description, toolbar: { icon, items, dynamicTitle: true } }
}

/** The stand-in for the network lies beside the page, in whatever folder that is served from. */
async function startWorker() {
  const { setupWorker } = await import('msw/browser')
  const worker = setupWorker()
  const url = `${import.meta.env.BASE_URL}mockServiceWorker.js`
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass', serviceWorker: { url } })
  return worker
}

export default definePreview({
  addons: [addonDocs(), addonA11y(), addonThemes(), addonMsw(startWorker)],
  globalTypes: {
    locale: choice('Language', 'globe', [
      ...SHIPPED_LANGUAGES.map(itemOf),
      ...PSEUDO_LANGUAGES.map(pseudoItemOf),
    ]),
    direction: choice('Direction of text', 'transfer', [
      { value: 'auto', title: 'Direction by language' },
      { value: 'ltr', title: 'Left to right' },
      { value: 'rtl', title: 'Right to left' },
    ]),
    backend: choice('Backend of the flows', 'database', [
      { value: '', title: 'Own backend' },
      ...DIALECT_IDS.map((value) => ({ value, title: value })),
    ]),
    clock: choice("The server's clock in the flows", 'time', [
      { value: '', title: 'Clock stopped' },
      { value: 'real', title: 'Clock runs' },
      { value: '60', title: '1 minute later' },
      { value: '900', title: '15 minutes later' },
      { value: '86400', title: '24 hours later' },
    ]),
    look: choice('Theme of the kit', 'paintbrush', ['default', 'compact', 'soft', 'contrast']),
  },
  initialGlobals: {
    backend: '',
    clock: '',
    locale: 'en',
    direction: 'auto',
    look: 'default',
    theme: 'light',
  },
  parameters: {
    a11y: { test: 'error' },
    layout: 'padded',
    docs: { container: DocsPageFrame },
    options: {
      storySort: {
        order: [
          'docs',
          ['introduction', 'start', 'migration', 'flows', ['all'], 'error-index', 'inspector'],
          'components',
          'views',
          'flows',
          'headless',
          'primitives',
          'captcha',
        ],
      },
    },
  },
  argTypesEnhancers: [readableProps],
  decorators: [
    (Story, { globals }) => {
      // Set while rendering: a story's first paint already reads them.
      const locale = String(globals['locale'])
      const asked = String(globals['direction'])
      const root = document.documentElement
      root.lang = locale
      root.dir = asked === 'auto' ? directionOf(locale) : asked
      root.dataset['gwTheme'] = String(globals['look'])
      // The decorator below sets it too, but after that paint.
      root.dataset['theme'] = globals['theme'] === 'dark' ? 'dark' : 'light'
      return Story()
    },
    withThemeByDataAttribute({
      themes: { light: 'light', dark: 'dark' },
      defaultTheme: 'light',
      attributeName: 'data-theme',
    }),
  ],
})

import addonA11y from '@storybook/addon-a11y'
import addonDocs from '@storybook/addon-docs'
import addonThemes, { withThemeByDataAttribute } from '@storybook/addon-themes'
import { definePreview } from '@storybook/react-vite'
import addonMsw from 'msw-storybook-addon'
import { directionOf } from '../src/i18n/languages.js'
import { SHIPPED_LANGUAGES } from '../src/i18n/resources.js'
import { PSEUDO_LANGUAGES } from '../stories/surroundings.js'
import '../src/theme/tokens.css'
import '../src/theme/components.css'
import '../src/theme/themes/compact.css'
import '../src/theme/themes/contrast.css'
import '../src/theme/themes/soft.css'
import './canvas.css'

function itemOf(locale: string): { value: string; title: string } {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale)
  return { value: locale, title: name ?? locale }
}

function pseudoItemOf(locale: string): { value: string; title: string } {
  return { value: locale, title: `Pseudo-locale ${locale}` }
}

export default definePreview({
  addons: [addonDocs(), addonA11y(), addonThemes(), addonMsw()],
  globalTypes: {
    locale: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        items: [...SHIPPED_LANGUAGES.map(itemOf), ...PSEUDO_LANGUAGES.map(pseudoItemOf)],
        dynamicTitle: true,
      },
    },
    direction: {
      description: 'Direction of text',
      toolbar: {
        icon: 'transfer',
        items: [
          { value: 'auto', title: 'Direction of the language' },
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
        dynamicTitle: true,
      },
    },
    look: {
      description: 'Theme of the kit',
      toolbar: {
        icon: 'paintbrush',
        items: ['default', 'compact', 'soft', 'contrast'],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { locale: 'en', direction: 'auto', look: 'default', theme: 'light' },
  parameters: {
    a11y: { test: 'error' },
    layout: 'padded',
    options: { storySort: { order: ['docs', 'primitives', 'views', 'flows', 'headless'] } },
  },
  decorators: [
    (Story, { globals }) => {
      // Set while rendering: a story's first paint already reads them.
      const locale = String(globals['locale'])
      const asked = String(globals['direction'])
      document.documentElement.lang = locale
      document.documentElement.dataset['gwTheme'] = String(globals['look'])
      document.documentElement.dir = asked === 'auto' ? directionOf(locale) : asked
      return Story()
    },
    withThemeByDataAttribute({
      themes: { light: 'light', dark: 'dark' },
      defaultTheme: 'light',
      attributeName: 'data-theme',
    }),
  ],
})

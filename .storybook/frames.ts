import { create } from 'storybook/theming'

const MARK =
  '<img src="./favicon.svg" alt="" width="28" height="28" style="vertical-align:-8px;margin-inline-end:10px">'

const BRAND = {
  brandTitle: `${MARK}Gatewright`,
  brandUrl: './',
  brandTarget: '_self',
  appBorderRadius: 8,
  inputBorderRadius: 8,
}

/** What stands around the stories, in the colours of the kit; the ground is that of the stories. */
const FRAMES = {
  light: create({
    ...BRAND,
    base: 'light',
    colorPrimary: '#314cce',
    colorSecondary: '#314cce',
    barSelectedColor: '#314cce',
    barHoverColor: '#314cce',
    appBg: '#fff',
    appContentBg: '#f3f6fb',
    appPreviewBg: '#f3f6fb',
  }),
  dark: create({
    ...BRAND,
    base: 'dark',
    colorPrimary: '#a3b6ff',
    colorSecondary: '#6f87f5',
    barSelectedColor: '#a3b6ff',
    barHoverColor: '#a3b6ff',
    appBg: '#1a1b1f',
    appContentBg: '#0c0e14',
    appPreviewBg: '#0c0e14',
    barBg: '#1a1b1f',
  }),
}

/** @param theme As the toolbar has it. */
export function frameFor(theme: unknown) {
  return FRAMES[theme === 'dark' ? 'dark' : 'light']
}

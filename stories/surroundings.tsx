import type { ComponentType } from 'react'
import { configure } from 'storybook/test'
import { Card } from '../src/components/parts/card.js'
import type { AuthLinks, CopyOverrides } from '../src/index.js'
import { Field, FieldLabel } from '../src/primitives/index.js'
import { pseudoCopy, type PseudoLanguage } from '../src/testing/index.js'

// The stories may share two cores with every other test.
configure({ asyncUtilTimeout: 10_000 })

/** The places of the app that the stories stand in. */
export const LINKS: AuthLinks = {
  home: '#home',
  signIn: '#sign-in',
  signUp: '#sign-up',
  resetPassword: '#reset-password',
  support: '#support',
  status: '#status',
  sessions: '#sessions',
  enrolMfa: '#set-up-mfa',
}

/** Storybook's toolbar, as far as the stories read it. */
export type Globals = Readonly<Record<string, unknown>>

export interface LanguageProps {
  language?: string | undefined
  dir?: 'ltr' | 'rtl' | undefined
  copy?: CopyOverrides | undefined
}

/** Languages that show what does not come from the catalogue and what does not fit. */
export const PSEUDO_LANGUAGES: readonly PseudoLanguage[] = ['en-XA', 'ar-XB']

/** The language and direction that the toolbar asks for. */
export function languageOf({ locale, direction, copy }: Globals): LanguageProps {
  const pseudo = PSEUDO_LANGUAGES.find((language) => language === locale)
  return {
    language: typeof locale === 'string' ? locale : undefined,
    dir: direction === 'ltr' || direction === 'rtl' ? direction : undefined,
    copy: (copy as CopyOverrides | undefined) ?? (pseudo && pseudoOverrides(pseudo)),
  }
}

const made = new Map<PseudoLanguage, CopyOverrides>()

/** The same object at each render, so that nothing below is made anew. */
function pseudoOverrides(language: PseudoLanguage): CopyOverrides {
  const overrides = made.get(language) ?? { [language]: pseudoCopy(language) }
  made.set(language, overrides)
  return overrides
}

/** The narrowest screen that everything has to fit on (WCAG 2.2, 1.4.10). */
export const NARROW = {
  globals: { viewport: { value: 'narrow', isRotated: false } },
  parameters: {
    viewport: {
      options: {
        narrow: { name: '320 px', type: 'mobile', styles: { width: '320px', height: '640px' } },
      },
    },
  },
} as const

/** Shows a part in the frame that the kit's styles begin at. */
export function inCard(Story: ComponentType) {
  return (
    <Card>
      <Story />
    </Card>
  )
}

/** The same for a control, below a label of this text. */
export function inLabelledField(label: string) {
  return function inField(Story: ComponentType) {
    return (
      <Card>
        <Field>
          <FieldLabel>{label}</FieldLabel>
          <Story />
        </Field>
      </Card>
    )
  }
}

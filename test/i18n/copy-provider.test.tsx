import { act, render, screen } from '@testing-library/react'
import { createInstance } from 'i18next'
import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import { CopyProvider } from '../../src/i18n/copy-provider.js'
import { useCopy } from '../../src/i18n/use-copy.js'

const seen: string[] = []

function SignInLabel() {
  const { t, language, dir, duration } = useCopy()
  seen.push(t('actions.signIn'))
  return (
    <p lang={language} dir={dir} title={duration(60)}>
      {t('actions.signIn')}
    </p>
  )
}

function label() {
  const element = document.querySelector('p')!
  return [element.textContent, element.lang, element.dir, element.title]
}

describe('CopyProvider', () => {
  it('I18N-15: shows English while Croatian is on its way, and never a key', async () => {
    seen.length = 0
    render(
      <StrictMode>
        <CopyProvider language="hr">
          <SignInLabel />
        </CopyProvider>
      </StrictMode>,
    )
    expect(label()).toEqual(['Sign in', 'en', 'ltr', '1 minute'])
    await screen.findByText('Prijavi se')
    expect(label()).toEqual(['Prijavi se', 'hr', 'ltr', '1 minuta'])
    expect(new Set(seen)).toEqual(new Set(['Sign in', 'Prijavi se']))
  })

  it('I18N-15: stays English for a language nobody has', async () => {
    render(
      <CopyProvider language="tlh">
        <SignInLabel />
      </CopyProvider>,
    )
    await act(async () => {})
    expect(label()).toEqual(['Sign in', 'en', 'ltr', '1 minute'])
  })

  it('I18N-12: turns around without remounting what the user is typing in', async () => {
    const copy = { ar: { actions: { signIn: 'تسجيل الدخول' } } }
    const screenIn = (language: string, dir?: 'ltr') => (
      <CopyProvider language={language} copy={copy} dir={dir}>
        <SignInLabel />
        <input aria-label="Email" />
      </CopyProvider>
    )
    const { rerender } = render(screenIn('en'))
    const input = screen.getByLabelText('Email')
    input.focus()
    rerender(screenIn('ar'))
    expect(label().slice(0, 3)).toEqual(['تسجيل الدخول', 'ar', 'rtl'])
    expect(screen.getByLabelText('Email')).toBe(input)
    expect(input).toHaveFocus()
    rerender(screenIn('ar', 'ltr'))
    expect(label()[2]).toBe('ltr')
  })

  it("I18N-17: follows the app's instance when it changes its language or gets new texts", async () => {
    const i18n = createInstance()
    await i18n.init({
      lng: 'en',
      fallbackLng: false,
      resources: { fr: { gatewright: { actions: { signIn: 'Se connecter' } } } },
    })
    render(
      <CopyProvider i18n={i18n}>
        <SignInLabel />
      </CopyProvider>,
    )
    expect(label()[0]).toBe('Sign in')
    await act(() => i18n.changeLanguage('fr'))
    expect(label().slice(0, 2)).toEqual(['Se connecter', 'fr'])
    act(() => {
      i18n.addResource('fr', 'gatewright', 'actions.signIn', 'Connexion')
    })
    expect(label()[0]).toBe('Connexion')
  })

  it("I18N-17: leaves the app's own translations below it as they are", async () => {
    const i18n = createInstance()
    await i18n.init({
      lng: 'en',
      resources: { en: { translation: { hello: 'Hello from the app' } } },
    })
    function AppText() {
      return <h1>{useTranslation('translation').t('hello')}</h1>
    }
    render(
      <I18nextProvider i18n={i18n}>
        <CopyProvider language="de">
          <AppText />
        </CopyProvider>
      </I18nextProvider>,
    )
    expect(screen.getByRole('heading')).toHaveTextContent('Hello from the app')
    await act(async () => {})
  })

  it('REL-46: renders on a server, in the same words as the first render in the browser', () => {
    const html = renderToString(
      <CopyProvider language="en-GB">
        <SignInLabel />
      </CopyProvider>,
    )
    expect(html).toBe('<p lang="en" dir="ltr" title="1 minute">Sign in</p>')
  })
})

describe('useCopy', () => {
  it('speaks English without a provider', () => {
    render(<SignInLabel />)
    expect(label()[0]).toBe('Sign in')
  })

  it('puts elements into the places of a sentence, in any word order', async () => {
    function Sent() {
      const { rich } = useCopy()
      return <p>{rich('texts.checkEmail', { address: <bdi dir="ltr">ada@example.com</bdi> })}</p>
    }
    render(<Sent />)
    expect(document.querySelector('p')).toHaveTextContent(
      'We sent a message to ada@example.com. Open the link in it to continue.',
    )
    expect(document.querySelector('bdi')).toHaveTextContent('ada@example.com')
  })
})

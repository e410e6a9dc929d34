import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AuthProvider, SignIn, type AuthProviderProps, type SignInProps } from '../../src/index.js'
import { connect, FIVE_BACKENDS } from '../client/five-backends.js'

/** Languages that the app has only begun to translate. */
const WELSH = { cy: { titles: { signIn: 'Mewngofnodi' }, labels: { email: 'E-bost' } } }
const PASHTO = { ps: { titles: { signIn: 'ننوتل' } } }

function show(provider: Partial<AuthProviderProps>, props: SignInProps = {}) {
  const { client } = connect(FIVE_BACKENDS[0]!)
  const { container } = render(
    <AuthProvider client={client} {...provider}>
      <SignIn {...props} />
    </AuthProvider>,
  )
  return container.querySelector<HTMLElement>('[data-gw=card]')!
}

/** The language and direction in which an element's words are read. */
function readIn(element: Element) {
  const { lang, dir } = element.closest<HTMLElement>('[lang]')!
  return [lang, dir]
}

describe('a sentence in another language than the page', () => {
  it('A11Y-34: says which, and the page’s own sentences do not', () => {
    const card = show({ language: 'cy', copy: WELSH })
    expect([card.lang, card.dir]).toEqual(['cy', 'ltr'])
    expect(readIn(screen.getByText('Mewngofnodi'))).toEqual(['cy', 'ltr'])
    expect(readIn(screen.getByText('E-bost'))).toEqual(['cy', 'ltr'])
    expect(readIn(screen.getByText('Sign in'))).toEqual(['en', 'ltr'])
    expect(readIn(screen.getByText('Password'))).toEqual(['en', 'ltr'])
  })

  it('A11Y-34: keeps its own direction among sentences of the other one', () => {
    const card = show({ language: 'ps', copy: PASHTO })
    expect([card.lang, card.dir]).toEqual(['ps', 'rtl'])
    expect(readIn(screen.getByText('ننوتل'))).toEqual(['ps', 'rtl'])
    expect(readIn(screen.getByText('Sign in'))).toEqual(['en', 'ltr'])
  })

  it('A11Y-34: says so where an app has put it in its own words in one place', () => {
    show(
      { language: 'cy', copy: WELSH },
      { copy: { en: { actions: { signIn: 'Log in' }, titles: { signIn: 'Unused' } } } },
    )
    expect(readIn(screen.getByText('Log in'))).toEqual(['en', 'ltr'])
    expect(screen.getByRole('heading', { name: 'Mewngofnodi' })).toBeVisible()
  })

  it('A11Y-34: is told for what is said around a value, too', async () => {
    const { client } = connect(FIVE_BACKENDS[0]!)
    render(
      <AuthProvider client={client} language="cy" copy={WELSH}>
        <SignIn defaultEmail="ada@example.com" />
      </AuthProvider>,
    )
    screen.getByRole('button', { name: 'Sign in' }).click()
    const error = await screen.findByText('Enter your password.')
    expect(readIn(error)).toEqual(['en', 'ltr'])
  })
})

describe('a language that stands in for the one that was asked for', () => {
  it('A11Y-34: is the language of the card', async () => {
    const card = show({ language: 'de-AT' })
    await screen.findByRole('heading', { name: 'Anmelden' })
    expect([card.lang, card.dir]).toEqual(['de', 'ltr'])
    expect(card.querySelector('[lang]')).toBeNull()
  })

  it('A11Y-34: is English where nobody speaks it', () => {
    const card = show({ language: 'tlh' })
    expect([card.lang, card.dir]).toEqual(['en', 'ltr'])
    expect(card.querySelector('[lang]')).toBeNull()
  })
})

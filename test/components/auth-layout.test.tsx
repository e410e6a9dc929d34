import { render, screen, within } from '@testing-library/react'
import { createRef } from 'react'
import { expect, it } from 'vitest'
import { AuthLayout, AuthProvider, SignIn } from '../../src/index.js'
import { connect, FIVE_BACKENDS } from '../client/five-backends.js'

it('I18N-11: sets a drop-in beside the brand, in the direction of its language', () => {
  const { client } = connect(FIVE_BACKENDS[4]!)
  const ref = createRef<HTMLDivElement>()
  render(
    <AuthProvider client={client} dir="rtl">
      <AuthLayout variant="split" brand={<strong>Larch & Tea</strong>} className="mine" ref={ref}>
        <SignIn />
      </AuthLayout>
    </AuthProvider>,
  )
  expect(ref.current).toHaveAttribute('dir', 'rtl')
  expect(ref.current).toHaveClass('mine')
  expect(ref.current).toHaveAttribute('data-variant', 'split')
  const words = within(ref.current!)
  const brand = words.getByText('Larch & Tea')
  const heading = words.getByRole('heading', { name: 'Sign in' })
  // In the order in which it is read.
  expect(brand.compareDocumentPosition(heading)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
})

it('has no empty panel where there is no brand', () => {
  render(<AuthLayout>Nothing to sign in to.</AuthLayout>)
  const words = screen.getByText('Nothing to sign in to.')
  const layout = words.closest('[data-gatewright]')
  expect(layout).toHaveAttribute('data-variant', 'card')
  expect(layout?.querySelector('[data-gw="brand"]')).toBeNull()
})

import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { AuthLayout, SignIn, type AuthLayoutProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'

const stories = dropInStories(
  { name: 'AuthLayout', code: aroundADropIn },
  (props: AuthLayoutProps) => <AuthLayout {...props} />,
)

const meta = preview.meta({
  title: 'components/auth-layout',
  component: AuthLayout,
  tags: ['autodocs'],
  ...stories,
  parameters: { ...stories.parameters, layout: 'fullscreen' },
  argTypes: { children: { control: false } },
  args: { variant: 'card' as const, brand: 'Larch & Tea', children: <SignIn /> },
})

/** Where the brand stands by the form: above, below or beside. */
function boxes(canvasElement: HTMLElement) {
  const of = (selector: string) => canvasElement.querySelector(selector)?.getBoundingClientRect()
  const [brand, form] = [of('[data-gw="brand"]'), of('form')]
  if (!brand || !form) throw new Error('There is no brand, or no form.')
  return { brand, form }
}

export const Usage = meta.story({
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findByRole('heading', { name: 'Sign in' })).toBeVisible()
    const { brand, form } = boxes(canvasElement)
    await expect(brand.bottom).toBeLessThanOrEqual(form.top)
  },
})

export const Split = meta.story({
  args: { variant: 'split' as const },
  play: async ({ canvas, canvasElement }) => {
    await canvas.findByRole('heading', { name: 'Sign in' })
    const { brand, form } = boxes(canvasElement)
    await expect(brand.right).toBeLessThanOrEqual(form.left)
  },
})

export const Page = meta.story({
  args: { variant: 'page' as const },
  play: async ({ canvas, canvasElement }) => {
    await canvas.findByRole('heading', { name: 'Sign in' })
    await expect(canvasElement.querySelector('[data-gw="card"]')).toHaveStyle({
      boxShadow: 'none',
    })
  },
})

function aroundADropIn(element: string): string {
  const opened = element.replace(/ \/>$/, '>')
  return `import { AuthLayout, AuthProvider, SignIn } from 'gatewright'
import { client } from './client.js'

export function Page() {
  return (
    <AuthProvider client={client}>
      <main>
        ${opened}
          <SignIn />
        </AuthLayout>
      </main>
    </AuthProvider>
  )
}`
}

import { expect, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { PASSWORD } from '../flow-scene.js'
import { asked, goldShopStories } from '../gold-shop.js'

const meta = preview.meta({
  title: 'headless/use-step-up-request',
  ...goldShopStories('use-step-up-request'),
})

export const AsksAndIsGone = meta.story({
  play: async (context) => {
    const { canvas } = context
    const { fill, press } = await asked(context)
    await fill('Password', PASSWORD)
    await press('It is me')
    await waitFor(() => expect(canvas.queryByRole('heading')).toBeNull())
  },
})

export const NeverMind = meta.story({
  play: async (context) => {
    const { press, sees } = await asked(context)
    await press('Never mind')
    await sees('Nothing was ordered.')
    await expect(context.canvas.queryByRole('heading')).toBeNull()
  },
})

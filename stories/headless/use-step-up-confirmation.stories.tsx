import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { PASSWORD } from '../flow-scene.js'
import { asked, goldShopStories } from '../gold-shop.js'

const meta = preview.meta({
  title: 'headless/use-step-up-confirmation',
  ...goldShopStories('use-step-up-confirmation'),
})

export const Confirmed = meta.story({
  play: async (context) => {
    const { fill, press, sees } = await asked(context)
    await fill('Password', PASSWORD)
    await press('It is me')
    await sees('Your gold is on its way.')
  },
})

export const WrongPassword = meta.story({
  play: async (context) => {
    const { fill, press, sees } = await asked(context)
    await press('It is me')
    await sees('Enter your password.')
    await fill('Password', 'wrong password')
    await press('It is me')
    await sees('The password is incorrect. Try again.')
    await expect(context.canvas.getByText('Waiting for your word…')).toBeVisible()
  },
})

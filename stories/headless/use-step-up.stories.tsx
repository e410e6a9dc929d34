import preview from '../../.storybook/preview.js'
import { PASSWORD } from '../flow-scene.js'
import { asked, goldShopStories } from '../gold-shop.js'
import { headlessSteps } from '../headless-stories.js'

const meta = preview.meta({ title: 'headless/use-step-up', ...goldShopStories('use-step-up') })

export const AtOnce = meta.story({
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    await press('Order gold')
    await sees('Your gold is on its way.')
  },
})

export const OnceConfirmed = meta.story({
  play: async (context) => {
    const { fill, press, sees } = await asked(context)
    await sees('Waiting for your word…')
    await fill('Password', PASSWORD)
    await press('It is me')
    await sees('Your gold is on its way.')
  },
})

export const NotConfirmed = meta.story({
  play: async (context) => {
    const { press, sees } = await asked(context)
    await press('Never mind')
    await sees('Nothing was ordered.')
  },
})

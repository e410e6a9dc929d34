import { configure } from 'storybook/test'

// A busy machine may take seconds over what an idle one does at once.
configure({ asyncUtilTimeout: 10_000 })

import { hydrateRoot } from 'react-dom/client'
import { pageAt } from './plain-form-pages.js'

const root = document.querySelector('main')
if (root) hydrateRoot(root, pageAt(new URL(location.href)))

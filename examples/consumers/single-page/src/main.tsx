import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import 'gatewright/styles.css'

const root = document.querySelector('#root')
if (!root) throw new Error('The page has no element with the id "root" to draw in.')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.js'
import { startRouter } from './router.js'
import 'gatewright/styles.css'
import './app.css'

// Before anything is drawn or sent: a token in the address must not be seen by either.
startRouter()

const root = document.querySelector('#root')
if (!root) throw new Error('Demo: index.html has no element with the id "root" to draw in.')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.js'
import { startRouter } from './router.js'
import 'gatewright/styles.css'
import './app.css'

startRouter()

const root = document.querySelector('#root')
if (!root) throw new Error('Demo: index.html has no element with the id "root" to draw in.')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

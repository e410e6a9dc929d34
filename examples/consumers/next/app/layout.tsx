import type { ReactNode } from 'react'
import { Auth } from './auth'
import 'gatewright/styles.css'

export const metadata = { title: 'Sign in', icons: 'data:,' }

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Auth>{children}</Auth>
      </body>
    </html>
  )
}

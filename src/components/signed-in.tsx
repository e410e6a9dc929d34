'use client'
import type { ReactNode } from 'react'
import { useSession } from '../hooks/use-session.js'

/** Shows its children while somebody is signed in. */
export function SignedIn({ children }: { children?: ReactNode }) {
  return useSession().status === 'signed_in' ? children : null
}

/** Shows its children while nobody is signed in; not before a cookie backend has said so. */
export function SignedOut({ children }: { children?: ReactNode }) {
  return useSession().status === 'signed_out' ? children : null
}

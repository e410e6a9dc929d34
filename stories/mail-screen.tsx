import { useState, type ReactNode } from 'react'
import { AuthProvider, SignedIn, SignedOut, useSession } from '../src/index.js'
import type { FlowScene } from './flow-scene.js'
import { LINKS, type LanguageProps } from './surroundings.js'

export interface MailScreenProps extends LanguageProps {
  scene: FlowScene
  /** What the app shows before any mail is opened. */
  children: ReactNode
  /** What the link of a mail leads to, with the token it carries. */
  landing: (token: string) => ReactNode
}

/** A small app and its visitor's mailbox: a press opens the last mail, as often as one likes. */
export function MailScreen({ scene, children, landing, ...language }: MailScreenProps) {
  const { client, captcha, server } = scene
  const [opened, setOpened] = useState<{ token: string; times: number } | null>(null)
  const openMail = () => {
    const token = server.outbox.at(-1)?.token
    if (token !== undefined) setOpened({ token, times: (opened?.times ?? 0) + 1 })
  }
  return (
    <AuthProvider client={client} captcha={captcha} links={LINKS} {...language}>
      {/* A mail opens another page. */}
      <div key={opened?.times}>{opened ? landing(opened.token) : children}</div>
      <div className="mailbox">
        <button type="button" onClick={openMail}>
          Open the last mail
        </button>
        <p>
          <SignedIn>
            <Visitor />
          </SignedIn>
          <SignedOut>Nobody is signed in.</SignedOut>
        </p>
      </div>
    </AuthProvider>
  )
}

function Visitor() {
  const session = useSession()
  return session.status === 'signed_in' && <>{session.user?.email ?? 'Somebody'} is signed in.</>
}

import type { ReactNode } from 'react'

interface PageOfProps {
  /** What happens elsewhere, as on the server, at the press of a button. */
  does: Readonly<Record<string, () => void>>
  children: ReactNode
}

/** A page of an app of one's own around a drop-in, and the hand that lets things happen to it. */
export function PageOf({ does, children }: PageOfProps) {
  const acts = Object.entries(does)
  return (
    <>
      <div
        className="showroom-note"
        role="group"
        aria-label="What happens elsewhere"
        hidden={acts.length === 0}
      >
        {acts.map(([name, act]) => (
          <button key={name} type="button" onClick={act}>
            {name}
          </button>
        ))}
      </div>
      {children}
    </>
  )
}

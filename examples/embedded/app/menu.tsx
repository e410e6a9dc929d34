import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { usePath } from './router.js'

export interface MenuProps {
  name: string
  children: ReactNode
}

/** A button that unfolds links; they fold up again when one is followed, by Escape, or by going elsewhere. */
export function Menu({ name, children }: MenuProps) {
  const path = usePath()
  const [openAt, setOpenAt] = useState<string | null>(null)
  const open = openAt === path
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!open) return undefined
    const onPointer = ({ target }: PointerEvent) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpenAt(null)
    }
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return
      setOpenAt(null)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', onPointer)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPointer)
      document.removeEventListener('keydown', onKey)
    }
  }, [open])

  return (
    <div
      className="demo-menu"
      ref={root}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget && !root.current?.contains(relatedTarget)) setOpenAt(null)
      }}
    >
      <button
        type="button"
        ref={button}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpenAt(open ? null : path)}
      >
        {name}
      </button>
      <div id={id} className="demo-menu-panel" hidden={!open}>
        {children}
      </div>
    </div>
  )
}

import { Component, type ComponentType, type ReactNode } from 'react'

interface Shown {
  args: { backend: string }
  globals: Readonly<Record<string, unknown>>
}

/** Around a flow that the toolbar shows on another backend than its own. */
export function onSwitchedBackend(Story: ComponentType, { args, globals }: Shown) {
  const backend = globals['backend']
  if (typeof backend !== 'string' || backend === '' || backend === args.backend) return <Story />
  return (
    <>
      <p className="showroom-note">
        Shown on {backend}. The steps of this story are written for {args.backend}: where the two
        differ they stop, and you can go on by hand.
      </p>
      <Unless key={backend} backend={backend}>
        <Story />
      </Unless>
    </>
  )
}

interface UnlessProps {
  backend: string
  children: ReactNode
}

/** A drop-in says at once that a backend lacks what it needs; here that is no fault. */
export class Unless extends Component<UnlessProps, { refusal: string | null }> {
  override state = { refusal: null }

  static getDerivedStateFromError(error: unknown) {
    return { refusal: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    const { refusal } = this.state
    return refusal === null ? (
      this.props.children
    ) : (
      <p className="showroom-note">
        {this.props.backend} cannot do this. The kit tells its developer: <q>{refusal}</q>
      </p>
    )
  }
}

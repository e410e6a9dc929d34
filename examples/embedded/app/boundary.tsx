import { Component, type ReactNode } from 'react'

export interface BoundaryProps {
  fallback: ReactNode
  children: ReactNode
}

/** Shows something else where what is inside cannot be drawn, such as a drop-in that the backend has no action for. */
export class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}

import { Component, type ReactNode } from 'react'

/** Shows what a component below it has thrown. */
export class Caught extends Component<{ children: ReactNode }, { message: string | null }> {
  override state = { message: null }

  static getDerivedStateFromError({ message }: Error) {
    return { message }
  }

  override render() {
    return this.state.message ?? this.props.children
  }
}

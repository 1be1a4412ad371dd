import { Component, type ComponentChildren } from 'preact';

export interface BoundaryProps {
  /** What takes the place of children that can't be drawn. */
  readonly fallback: () => ComponentChildren;
  readonly children: ComponentChildren;
}

/** Keeps a failure while drawing to its own place: what stands around it stays. */
export class Boundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static override getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.fallback() : this.props.children;
  }
}

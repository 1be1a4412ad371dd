import { Component, type ComponentChildren } from 'preact';

export interface BoundaryProps {
  /** Renders the replacement of children that can't be rendered. */
  readonly fallback: () => ComponentChildren;
  readonly children: ComponentChildren;
}

/** Limits a rendering error to its children. Everything around them stays. */
export class Boundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static override getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.fallback() : this.props.children;
  }
}

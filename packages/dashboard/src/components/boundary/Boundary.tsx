import { Component, type ReactNode } from 'react';

export interface BoundaryProps {
  /** Shown instead, once the content has thrown. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** Keeps an error in its content from breaking the rest of the page. */
export class Boundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}

/** A part of the desk that stops working takes no other part with it. */
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/states.tsx';

export interface PaneBoundaryProps {
  /** "The list of claims", for the message. */
  name: string;
  children: ReactNode;
}

export class PaneBoundary extends Component<PaneBoundaryProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    reportError(
      new Error(`${this.props.name} stopped working${info.componentStack}`, { cause: error }),
    );
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <ErrorState
        title={`${this.props.name} has stopped working`}
        onRetry={() => this.setState({ error: null })}
        actions={<Button onPress={() => location.reload()}>Reload the page</Button>}
      >
        <p>Nothing is lost: what was given is saved or waits on this device.</p>
        <p>
          <code>{error.message}</code>
        </p>
      </ErrorState>
    );
  }
}

/** The last net: a page that breaks says so, instead of going white. */
import { Component, type ReactNode } from 'react';
import { ErrorState } from './states.tsx';

export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <ErrorState title="This page has stopped working" onRetry={() => location.reload()}>
        <p>
          What was saved is safe on the server; what waits to be sent stays in this browser. Reload
          the page to go on.
        </p>
        <p>
          <code>{error.message}</code>
        </p>
      </ErrorState>
    );
  }
}

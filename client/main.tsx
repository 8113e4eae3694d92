/** Starts the client: styles, then the question who is here, then the page. */
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { queryClient } from './features/api/query-client.ts';
import { meQuery } from './features/api/session.ts';
import './styles/tokens.css';
import './styles/hues.css';
import './styles/base.css';
import { ErrorBoundary } from './ui/error-boundary.tsx';

// Asked while the page's own code is still on its way; a failure is told by the page that needs it.
void queryClient.prefetchQuery(meQuery);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </ErrorBoundary>
  </StrictMode>,
);

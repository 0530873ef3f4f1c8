import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from './client/index.ts';
import { createQueryClient } from './hooks/index.ts';
import { takeLinkFromAddress } from './pages/index.ts';
import { Root } from './Root.tsx';
import './theme/base.css';

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no element #root');
// First of all, so that its secret leaves the address bar even if something below fails.
const linkAtStart = takeLinkFromAddress();

createRoot(place, {
  // What the page tells the person is no fault of the page's.
  onCaughtError: (error) => {
    if (!(error instanceof ApiProblem)) reportError(error);
  },
}).render(
  <StrictMode>
    <Root queryClient={createQueryClient()} linkAtStart={linkAtStart} />
  </StrictMode>,
);

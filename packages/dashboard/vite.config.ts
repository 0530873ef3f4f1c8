import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { keepLanguages } from './build/keep-languages.ts';
import { leanContract } from './build/lean-contract.ts';

/** The API that `npm run dev` talks to: the address of a running `fluxion up`. */
const API_ADDRESS = 'http://localhost:8001';

export default defineConfig({
  base: '/app/',
  plugins: [react(), keepLanguages(['es', 'en']), leanContract()],
  // The contract's sources: what is built of them may be older.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    // `light-dark()` and nested CSS are native from these versions on (2024).
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    // Inlined files would need `data:` in the Content-Security-Policy.
    assetsInlineLimit: 0,
    // Budgets are kept by a test on the build's gzipped size.
    chunkSizeWarningLimit: 700,
  },
  server: {
    // Whatever is not the dashboard's own is the API's.
    proxy: { '^/(?!app/)': API_ADDRESS },
  },
});

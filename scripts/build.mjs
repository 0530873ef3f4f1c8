/** `npm run build`: everything, anew. */
import { ensureBuilt, requireNode } from './setup.mjs';

requireNode();
await ensureBuilt({ force: true });

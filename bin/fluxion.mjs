#!/usr/bin/env node
/** The `fluxion` command of a checkout: makes sure that it is installed and built, then runs it in this process. */
import { endWithNpm } from '../scripts/npm-parent.mjs';
import { ensureBuilt, ensureInstalled, requireNode } from '../scripts/setup.mjs';

requireNode();
endWithNpm();
await ensureInstalled();
await ensureBuilt();
await import('../packages/cli/dist/main.js');

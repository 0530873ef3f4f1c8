/** `npm run docs`: writes the pages of docs/ that come from the code. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pages } from './docs/index.ts';

const folder = join(import.meta.dirname, '../docs');
await Promise.all([...pages].map(([name, page]) => writeFile(join(folder, name), page())));

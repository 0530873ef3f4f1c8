import { expect, test } from 'vitest';
import { pageScript } from './page-script.ts';

test('a page whose script does not come is told as a missing server is', async () => {
  const failure = pageScript(Promise.reject(new TypeError('Failed to fetch dynamically imported module: /x.js')));
  await expect(failure).rejects.toMatchObject({ kind: 'unreachable' });
  await expect(pageScript(Promise.resolve('page'))).resolves.toBe('page');
});

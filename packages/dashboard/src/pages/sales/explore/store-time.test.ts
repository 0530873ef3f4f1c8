import { expect, test } from 'vitest';
import { storeTime } from './store-time.ts';

test('a receipt’s time is that of its store, wherever the browser is', () => {
  const plain = (text: string | null) => text?.replaceAll(/[\u00a0\u202f]/g, ' ');
  const at = '2025-10-31T02:05:00Z';
  expect(plain(storeTime(at, 'America/Caracas', 'es-VE'))).toBe('10:05 p. m.');
  expect(storeTime(at, null, 'es-VE')).toBeNull();
  expect(plain(storeTime(at, 'Europe/Madrid', 'en-US'))).toBe('3:05 AM');
});

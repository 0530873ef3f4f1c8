import { expect, test } from 'vitest';
import { tabStorage } from './tab-storage.ts';

test('where a tab’s storage is forbidden, drafts last until the page is loaded again', () => {
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    get: () => {
      throw new Error('SecurityError');
    },
  });
  try {
    expect(tabStorage().getItem('a')).toBeNull();
    tabStorage().setItem('a', 'typed');
    expect(tabStorage().getItem('a')).toBe('typed');
    tabStorage().removeItem('a');
    expect(tabStorage().getItem('a')).toBeNull();
  } finally {
    Reflect.deleteProperty(globalThis, 'sessionStorage');
  }
});

import { expect, test } from 'vitest';
import { serverSettings } from './settings.ts';

const gigabyte = 1024 ** 3;

test.each([
  [gigabyte / 4, '64MB', '4MB'],
  [8 * gigabyte, '1024MB', '32MB'],
  [1024 * gigabyte, '4096MB', '64MB'],
])('memory settings follow the machine within bounds: %d bytes', (memory, sharedBuffers, workMemory) => {
  expect(serverSettings(5432, memory)).toMatchObject({ shared_buffers: sharedBuffers, work_mem: workMemory });
});

test('the server listens on this machine alone', () => {
  expect(serverSettings(5432)).toMatchObject({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: '5432',
  });
});

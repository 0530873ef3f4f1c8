import { createTestDatabase } from '#testing/database.ts';
import { expect, it } from 'vitest';
import { hasLedger, setUpLedger } from './set-up.ts';

it('says that the ledger cannot be made where the role only reads, and makes it in a schema that is there', async () => {
  const database = await createTestDatabase({ template: 'empty' });
  const client = await database.pool.connect();
  try {
    await client.query('SET default_transaction_read_only = on');
    await expect(setUpLedger(client)).rejects.toMatchObject({
      code: 'DATABASE_UNSUITABLE',
      message: expect.stringMatching(/read-only transaction\. Nothing was written\.$/),
    });
    await client.query('SET default_transaction_read_only = off');
    await client.query('CREATE SCHEMA fluxion_transfer');
    await setUpLedger(client);
    expect(await hasLedger(client)).toBe(true);
  } finally {
    client.release(true);
    await database.drop();
  }
});

import { setTimeout as sleep } from 'node:timers/promises';
import { openPool } from '../../../../postgres/index.ts';
import { counterKey, singleKey, type History, type Token } from './history.ts';
import { tokenOf, maybePause, transact, Withdrawn, type Random, type Writing } from './transact.ts';
import { pick, replaceUnits, tableFor, updateUnit } from './units.ts';
import { purses, units, visitColumns } from './world.ts';

/** How many single rows a writer has added, by site. */
type Singles = Map<string, number>;

/** Moves an amount from one purse to another, or to a safe; or a purse with all that is in it to another unit. */
async function moveMoney(writing: Writing): Promise<void> {
  const { client, random } = writing;
  const [from, to] = [1 + random(purses), 1 + random(purses)];
  for (const purse of [...new Set([from, to])].toSorted((a, b) => a - b)) {
    await client.query('SELECT pg_advisory_xact_lock(2, $1)', [purse]);
  }
  const amount = random(100);
  const change = async (assignment: string, ...values: unknown[]) => {
    const { rowCount } = await client.query(
      `UPDATE visits SET ${assignment} WHERE kind = 'purse' AND owner = $1`,
      values,
    );
    // Somebody has reloaded its partition meanwhile.
    if (rowCount !== 1) throw new Withdrawn();
  };
  if (random(3) === 0) {
    const { site, day } = pick(random, units);
    return change('site = $2, day = $3', from, site, day);
  }
  await change('amount = amount - $2', from, amount);
  await maybePause(writing);
  if (from !== to && random(2) === 0) return change('amount = amount + $2', to, amount);
  await client.query('UPDATE totals SET value = value + $2 WHERE name = $1', [`safe ${random(4)}`, amount]);
}

async function addSingles(writing: Writing, writer: number, singles: Singles): Promise<void> {
  const { client, random, writes } = writing;
  for (let left = 1 + random(3); left > 0; left--) {
    const unit = pick(random, units);
    const n = (singles.get(unit.site) ?? 0) + 1;
    await client.query(
      `INSERT INTO ${tableFor(random, unit)} ${visitColumns} VALUES ('single', $1, $2, $3, $4, null, null, $5)`,
      [unit.site, unit.day, writer, n, random(50)],
    );
    singles.set(unit.site, n);
    writes.push({ key: singleKey(unit.site, writer), version: n, rows: 0 });
    await maybePause(writing);
  }
  const total = [...singles.values()].reduce((sum, n) => sum + n, 0);
  await client.query('UPDATE totals SET value = $2 WHERE name = $1', [`writer ${writer}`, total]);
  writes.push({ key: counterKey(writer), version: total, rows: 0 });
}

/** Writes until the signal is aborted, each transaction in another way. @returns how many were rolled back */
export async function keepWriting(
  { url, history, random, signal }: { url: string; history: History; random: Random; signal: AbortSignal },
  writer: number,
): Promise<number> {
  const pool = openPool({ url, applicationName: 'writer', max: 1 });
  const client = await pool.connect();
  const base = { client, history, random };
  let singles: Singles = new Map();
  let withdrawn = 0;
  try {
    while (!signal.aborted) {
      const added: Singles = new Map(singles);
      const ways = [
        replaceUnits,
        replaceUnits,
        updateUnit,
        moveMoney,
        moveMoney,
        (writing: Writing) => addSingles(writing, writer, added),
      ];
      const way = pick(random, ways);
      let own: Token | undefined;
      const isCommitted = await transact(base, async (writing) => {
        await way(writing);
        if (random(6) === 0) own = await tokenOf(writing);
      });
      if (own) history.keep(own);
      if (isCommitted) singles = added;
      else withdrawn += 1;
      if (random(3) === 0) await history.keep(await tokenOf(base));
      await sleep(random(40));
    }
    return withdrawn;
  } finally {
    client.release();
    await pool.end();
  }
}

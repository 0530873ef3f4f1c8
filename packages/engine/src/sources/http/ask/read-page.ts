import type { Agent } from 'node:http';
import type { PageReaders } from '../answer/index.ts';
import type { PagesOptions } from './ask-options.ts';
import { askPage } from './ask-page.ts';
import type { Position, ReadPage } from './paging.ts';
import { persist } from './persist.ts';
import { requestOf } from './request-of.ts';
import type { Spool } from './spool.ts';

/** What lasts from page to page. */
export interface Tools {
  readonly agent: Agent;
  readonly spool: Spool;
  readonly readers: PageReaders;
}

/** Asks for a page until it has come whole. @throws SourceFailure */
export function readPage(
  options: PagesOptions,
  { agent, spool, readers }: Tools,
  position: Position,
): Promise<ReadPage> {
  const { source, asked, secrets, clock, signal } = options;
  const request = requestOf(source, asked, position, secrets);
  return persist(source.attempts, { clock, signal }, async () => {
    await spool.beginPage();
    const reader = readers.next();
    const { end, ...page } = await askPage(request, { reader, spool, agent, limits: source.limits, clock, signal });
    readers.keep(reader);
    return { ...end, ...page, digest: spool.endPage() };
  });
}

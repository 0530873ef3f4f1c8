import { PageReaders } from '../answer/index.ts';
import { agentFor } from '../exchange/index.ts';
import { SourceFailure } from '../failure.ts';
import type { AllPages, PagesOptions } from './ask-options.ts';
import { Pages, type Position } from './paging.ts';
import { readPage, type Tools } from './read-page.ts';
import { shownAddress } from './request-of.ts';
import { Spool } from './spool.ts';

/** Asks for one page after the other. @throws SourceFailure with the address and the page at fault */
export async function askPages(options: PagesOptions): Promise<AllPages> {
  const { source, folder } = options;
  const agent = agentFor(source.url);
  const spool = await Spool.create(folder, source.limits.maxBytes);
  try {
    const rows = await readAll(options, { agent, spool, readers: new PageReaders(source) });
    const bytes = spool.answered;
    return { path: spool.path, digest: await spool.close(), bytes, rows };
  } catch (error) {
    await spool.abandon();
    throw error;
  } finally {
    agent.destroy();
  }
}

async function readAll(options: PagesOptions, tools: Tools): Promise<number> {
  const { source, asked, firstPageOnly = false } = options;
  const pages = new Pages(source.paging, source.limits.maxPages);
  let rows = 0;
  let position: Position | undefined = pages.first();
  while (position !== undefined) {
    const current: Position = position;
    try {
      const page = await readPage(options, tools, current);
      rows += page.rows;
      position = firstPageOnly ? undefined : pages.after(current, page);
    } catch (error) {
      if (!(error instanceof SourceFailure)) throw error;
      const page = current.number === 1 ? '' : `, page ${current.number}`;
      throw new SourceFailure(`${error.message} (${shownAddress(source, asked, current)}${page})`, { cause: error });
    }
  }
  return rows;
}

import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { Fail } from '../../description/problems.ts';
import { feeds } from '../../feeds/feeds.ts';
import type { Paging, Source } from './source.ts';
import { placeholderProblem, placeholdersIn, takesSecrets, type Placeholder } from './template.ts';

/** Headers whose values are secrets. */
const secretHeader = /authorization|cookie|token|secret|password|passwd|api-?key|credential/i;
/** Headers that say how a message is sent, which is not the author's to say. */
const ownHeaders = [
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'accept-encoding',
  'expect',
  'upgrade',
  'te',
  'trailer',
];

/**
 * Checks what is to be sent to a source, as far as it can be told without sending it.
 * @throws what `fail` makes of the first thing that is wrong
 */
export function checkRequest(source: Source, fail: Fail): void {
  checkAddress(source.url, fail);
  for (const [name, value] of Object.entries(source.headers)) checkHeader(name, value, fail);
  if (source.body !== undefined && source.method === 'GET')
    throw fail('body', 'can only be sent with "method": "POST"');
  const used = placeholdersIn([source.url, source.body ?? '', ...Object.values(source.headers)].join('\n'));
  checkPlaceholders(source, used, fail);
}

function checkAddress(url: string, fail: Fail): void {
  const problem = placeholderProblem(url);
  if (problem !== undefined) throw fail('url', problem);
  if (!/^https?:\/\/[^/?#]/i.test(url)) throw fail('url', 'must begin with https:// or http://');
  if (/^[^/]*\/\/[^/?#]*@/.test(url)) {
    throw fail(
      'url',
      'must not hold a user and a password: put them into the header Authorization, by the name of a variable',
    );
  }
  if (!URL.canParse(url.replaceAll(/\$?\{[^{}]*\}/g, '1'))) throw fail('url', `is no address: "${url}"`);
}

function checkHeader(name: string, value: string, fail: Fail): void {
  const path = `headers.${name}`;
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  } catch {
    throw fail(path, 'is no header that HTTP can carry');
  }
  if (ownHeaders.includes(name.toLowerCase())) throw fail(path, 'is set by itself');
  const problem = placeholderProblem(value);
  if (problem !== undefined) throw fail(path, problem);
  if (secretHeader.test(name) && !takesSecrets(value)) {
    throw fail(path, 'must take its secret from the environment, by the name of a variable: "Bearer ${TILL_TOKEN}"');
  }
}

const neededBy: Readonly<Partial<Record<Paging['by'], Placeholder>>> = {
  number: 'page',
  offset: 'offset',
  cursor: 'cursor',
};

function checkPlaceholders(source: Source, used: readonly Placeholder[], fail: Fail): void {
  const { paging, stores, feed } = source;
  const needed = neededBy[paging.by];
  if (needed !== undefined && !used.includes(needed))
    throw fail('url', `lacks {${needed}}, by which pages are asked for`);
  for (const name of ['page', 'offset', 'cursor'] as const) {
    if (used.includes(name) && name !== needed) throw fail('url', `has {${name}}, but "pages" does not go by it`);
  }
  if (used.includes('size') && !('size' in paging && paging.size !== undefined))
    throw fail('pages.size', 'is missing: what is {size}?');
  if (feeds[feed].unit === 'row') {
    if (used.includes('store')) throw fail('url', `has {store}, but ${feed} are not of one store`);
  } else if (!used.includes('store') && stores.only?.length !== 1) {
    throw fail(
      'url',
      'lacks {store}: every store is asked for by itself; a source of just one store names it in "stores"',
    );
  } else if (!used.includes('date') && feed !== 'inventario') {
    throw fail('url', 'lacks {date}: a source is asked for one day at a time');
  }
}

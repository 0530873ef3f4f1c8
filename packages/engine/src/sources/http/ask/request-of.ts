import { FluxionError } from '../../../base/index.ts';
import type { Source } from '../define/source.ts';
import { filled, type Filling, type Secrets } from '../define/template.ts';
import { acceptedEncoding, type HttpRequest } from '../exchange/index.ts';
import type { Asked } from './ask-options.ts';
import type { Position } from './paging.ts';

/**
 * The request for one page.
 * @throws FluxionError INVALID_INPUT if the environment lacks a variable, or the address comes to nothing
 */
export function requestOf(source: Source, asked: Asked, { values, address }: Position, secrets: Secrets): HttpRequest {
  const filling = fillingOf(asked, values, secrets);
  const headers = Object.entries(source.headers).map(([name, text]) => [name, filled(text, filling, headerText)]);
  return {
    url: address ?? urlOf(source, filling),
    method: source.method,
    headers: {
      'User-Agent': 'fluxion',
      Accept: accepted[source.format],
      'Accept-Encoding': acceptedEncoding,
      ...Object.fromEntries(headers),
    },
    body: source.body === undefined ? undefined : filled(source.body, filling, escapeOfBody(source)),
  };
}

const accepted = { json: 'application/json', ndjson: 'application/x-ndjson, */*;q=0.5', csv: 'text/csv, */*;q=0.5' };

/** The address as people may see it: with the names of secrets instead of the secrets. */
export function shownAddress(source: Source, asked: Asked, { values, address }: Position): string {
  // An address that the source has told may repeat a secret of the one before.
  if (address !== undefined) return `${address.origin}${address.pathname}`;
  return withAuthority(withoutEmptyCursor(source.url, values), fillingOf(asked, values, undefined), (text) => text);
}

function fillingOf(
  { store, date, dateNext }: Asked,
  values: Position['values'],
  secrets: Secrets | undefined,
): Filling {
  return { values: { date, date_next: dateNext, ...(store === undefined ? {} : { store }), ...values }, secrets };
}

function urlOf(source: Source, filling: Filling): URL {
  const text = withAuthority(withoutEmptyCursor(source.url, filling.values), filling, encodeURIComponent);
  if (!URL.canParse(text)) {
    throw new FluxionError('INVALID_INPUT', `the source's address comes to nothing for this store: ${source.url}`);
  }
  return new URL(text);
}

/** Fills in host and port as they are, and what follows escaped. */
function withAuthority(url: string, filling: Filling, escape: (text: string) => string): string {
  const [, authority = '', rest = ''] = /^(https?:\/\/[^/?#]*)(.*)$/is.exec(url) ?? [];
  return filled(authority, filling, hostText) + filled(rest, filling, escape);
}

function hostText(text: string): string {
  if (/^[\w.:-]+$/.test(text)) return text;
  throw new FluxionError('INVALID_INPUT', `"${text}" cannot be part of a host name`);
}

function headerText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what a header cannot carry
  if (!/[\u0000-\u0008\u000a-\u001f\u007f]/.test(text)) return text;
  throw new FluxionError(
    'INVALID_INPUT',
    'what a header of the source is filled with holds a line break or a control character',
  );
}

/** The first page has no cursor: a parameter that would be nothing else is left out. */
function withoutEmptyCursor(url: string, { cursor }: Filling['values']): string {
  return cursor === ''
    ? url.replaceAll(/([?&])[^?&#=]*=\{cursor\}(?:&|(?=#|$))/g, '$1').replace(/[?&](?=#|$)/, '')
    : url;
}

function escapeOfBody({ headers }: Source): (text: string) => string {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  if (/json/i.test(type)) return (text) => JSON.stringify(text).slice(1, -1);
  return /x-www-form-urlencoded/i.test(type) ? encodeURIComponent : (text) => text;
}

import type { Clock } from '../clock.ts';
import type { PageEnd, PageReader } from '../answer/index.ts';
import { decompressed, exchange, type Answer, type ExchangeOptions, type HttpRequest } from '../exchange/index.ts';
import { excerpt, passingFailure, SourceFailure } from '../failure.ts';
import type { Spool } from './spool.ts';

const mostRedirects = 5;

/** What one request brought. */
export interface Brought {
  readonly end: PageEnd;
  readonly address: URL;
  readonly link: string | undefined;
}

/**
 * Asks for one page once, following redirects on the same server, and spools its rows.
 * @throws SourceFailure
 */
export async function askPage(
  request: HttpRequest,
  { reader, spool, ...options }: ExchangeOptions & { readonly reader: PageReader; readonly spool: Spool },
): Promise<Brought> {
  let asked = request;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const result = await exchange(asked, options, async (answer) => {
      const target = redirection(answer, asked.url);
      if (target !== undefined) return target;
      if (answer.status < 200 || answer.status > 299) throw await refusal(answer, options.clock);
      return read(answer, reader, spool);
    });
    if ('status' in result) asked = redirected(asked, result);
    else return { ...result, address: asked.url };
  }
  throw new SourceFailure(`sends on from one address to the next more than ${mostRedirects} times`);
}

async function read(answer: Answer, reader: PageReader, spool: Spool): Promise<Pick<Brought, 'end' | 'link'>> {
  for await (const piece of decompressed(answer)) {
    spool.answer(piece);
    await spool.write(reader.take(piece));
  }
  const end = reader.end();
  if (end.rest !== undefined) await spool.write(end.rest);
  const { link } = answer.headers;
  return { end, link: Array.isArray(link) ? link.join(', ') : link };
}

interface Redirect {
  readonly status: number;
  readonly target: URL;
}

function redirection({ status, headers: { location } }: Answer, from: URL): Redirect | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  if (location === undefined || !URL.canParse(location, from.href))
    throw new SourceFailure(`answers HTTP ${status} without an address`);
  const target = new URL(location, from);
  if (target.origin === from.origin) return { status, target };
  throw new SourceFailure(
    `sends on to ${target.origin}, which is another server and gets no secrets; if it is the right one, put it into "url"`,
  );
}

/** As browsers do: all but 307 and 308 turn a POST into a GET. */
function redirected(asked: HttpRequest, { status, target }: Redirect): HttpRequest {
  return status === 307 || status === 308
    ? { ...asked, url: target }
    : { ...asked, url: target, method: 'GET', body: undefined };
}

const hints: Readonly<Record<number, string>> = {
  401: ' (its credentials are not accepted)',
  403: ' (its credentials do not allow this)',
};

async function refusal(answer: Answer, clock: Clock): Promise<SourceFailure> {
  const { status, headers } = answer;
  const message = `answers HTTP ${status}${hints[status] ?? ''}${await said(answer)}`;
  if (![408, 425, 429].includes(status) && status < 500) return new SourceFailure(message);
  return passingFailure(message, { retryAfterMs: retryAfter(headers['retry-after'], clock) });
}

/** What the answer says, as far as it comes in one piece. */
async function said(answer: Answer): Promise<string> {
  try {
    for await (const piece of decompressed(answer)) {
      const text = excerpt(piece.toString());
      return text === '""' ? '' : `: ${text}`;
    }
  } catch {
    // The status says enough.
  }
  return '';
}

/** Seconds, or a date (RFC 9110, 10.2.3). */
function retryAfter(header: string | undefined, clock: Clock): number {
  if (header === undefined) return 0;
  const ms = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - clock.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}

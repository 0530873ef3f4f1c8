import { Agent, request as plainRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import type { Clock } from '../clock.ts';
import { passingFailure } from '../failure.ts';
import type { Limits } from './limits.ts';
import { explainBreak } from './explain-break.ts';

/** One HTTP request. */
export interface HttpRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export interface ExchangeOptions {
  readonly agent: Agent;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** What came back, before its body. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /**
   * The body as it comes, to be read once. It throws a SourceFailure if the body breaks off, is longer or shorter than its
   * Content-Length, or stops coming.
   */
  readonly body: AsyncIterable<Buffer>;
}

/** Keeps one connection to a server for the pages that follow. To be destroyed in the end. */
export function agentFor(url: string): Agent {
  const options = { keepAlive: true, maxSockets: 1 };
  return /^https:/i.test(url) ? new SecureAgent(options) : new Agent(options);
}

/**
 * Asks once, and lets `take` have the answer; whatever it has not read is dropped. It is made of node:http instead of fetch,
 * which passes a body off as whole that is longer than its Content-Length or whose gzip breaks off.
 * @throws SourceFailure if no answer comes; what `take` throws; the signal's reason
 */
export async function exchange<T>(
  asked: HttpRequest,
  options: ExchangeOptions,
  take: (answer: Answer) => Promise<T>,
): Promise<T> {
  const watch = new Watch(options.clock);
  const request = send(asked, options, watch);
  const call = new Call(request, watch, options);
  try {
    const response = await call.response();
    return await take({
      status: response.statusCode ?? 0,
      headers: response.headers,
      body: call.body(response),
    });
  } catch (error) {
    options.signal.throwIfAborted();
    throw error;
  } finally {
    watch.rest();
    request.destroy();
  }
}

function send(
  { url, method, headers, body }: HttpRequest,
  { agent, limits, signal }: ExchangeOptions,
  watch: Watch,
): ClientRequest {
  const start = url.protocol === 'https:' ? secureRequest : plainRequest;
  const request = start(url, { method, headers, agent, signal });
  const connected = () =>
    watch.expect(limits.firstByteMs, () => request.destroy(late('does not begin to answer', limits.firstByteMs)));
  watch.expect(limits.connectMs, () => request.destroy(late('cannot be connected to', limits.connectMs)));
  request.once('socket', (socket) => {
    // A connection that is used again is there already.
    if (socket.connecting) socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', connected);
    else connected();
  });
  request.end(body);
  return request;
}

/** One request under way. */
class Call {
  readonly #request: ClientRequest;
  readonly #watch: Watch;
  readonly #options: ExchangeOptions;
  #broken: Error | undefined;
  #bytes = 0;

  constructor(request: ClientRequest, watch: Watch, options: ExchangeOptions) {
    this.#request = request;
    this.#watch = watch;
    this.#options = options;
  }

  response(): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      this.#request.on('error', (error) => {
        this.#broken ??= error;
        reject(explainBreak(error, undefined));
      });
      this.#request.once('response', (response) => {
        // What breaks now concerns the body: bytes behind its end are an error of the request, not of the response.
        this.#request.on('error', (error) => response.destroy(error));
        response.on('error', () => {});
        resolve(response);
      });
    });
  }

  async *body(response: IncomingMessage): AsyncGenerator<Buffer> {
    const { idleMs } = this.#options.limits;
    const chunks = response[Symbol.asyncIterator]();
    try {
      for (;;) {
        this.#watch.expect(idleMs, () => response.destroy(late('stops in the middle of its answer', idleMs)));
        const { done, value } = (await chunks.next()) as IteratorResult<Buffer>;
        this.#watch.rest();
        if (done === true) break;
        this.#bytes += value.length;
        yield value;
      }
    } catch (error) {
      throw explainBreak(this.#broken ?? error, this.#bytes);
    }
    if (this.#broken !== undefined) throw explainBreak(this.#broken, this.#bytes);
    if (!response.complete) throw passingFailure(`breaks off in the middle of its answer, after ${this.#bytes} bytes`);
  }
}

function late(what: string, ms: number): Error {
  return passingFailure(`${what} for ${ms / 1000} s`);
}

/** One limit of time at a time. */
class Watch {
  readonly #clock: Clock;
  #cancel = () => {};

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  expect(ms: number, tooLate: () => void): void {
    this.#cancel();
    this.#cancel = this.#clock.after(ms, tooLate);
  }

  rest(): void {
    this.#cancel();
  }
}

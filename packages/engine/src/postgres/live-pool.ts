import { Socket } from 'node:net';
import pg from 'pg';
import { isWrongPassword, signInWith, type PasswordSecret } from './secret/index.ts';

type Taken = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: boolean | Error) => void,
) => void;

export interface LivePoolOptions extends pg.PoolConfig {
  /** A connection in use that hears nothing from the server for so long, and sends it nothing, is lost; never unless told otherwise. */
  readonly silenceMs?: number | undefined;
  /** A connection that nobody has used for so long is tried before it is given out; 5 s unless told otherwise. */
  readonly tryAfterMs?: number;
  /** One that does not answer by then is lost; 2 s unless told otherwise. */
  readonly answerWithinMs?: number;
  /** Where the password is, if it is not in the address. */
  readonly secret?: PasswordSecret | undefined;
}

/** The driver's client, for a pool whose connections sign in with a secret's password. */
function clientWith(secret: PasswordSecret): typeof pg.Client {
  return class extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      signInWith(this, secret);
    }
  };
}

function socketOf(client: pg.PoolClient): Socket | undefined {
  const stream = client instanceof pg.Client ? client.connection.stream : undefined;
  return stream instanceof Socket ? stream : undefined;
}

/**
 * A pool that gives out no connection which was lost unnoticed, as when the server's machine is gone or a firewall has
 * forgotten the connection: nothing tells that from a server that is thinking, and a statement would wait for minutes.
 */
export class LivePool extends pg.Pool {
  readonly #usedAt = new WeakMap<pg.PoolClient, number>();
  /** When a connection was last found lost: those that were last used before share its fate. */
  #lostAt = Number.NEGATIVE_INFINITY;

  readonly #tryAfterMs: number;
  readonly #answerWithinMs: number;
  readonly #secret: PasswordSecret | undefined;

  constructor({ silenceMs, tryAfterMs = 5_000, answerWithinMs = 2_000, secret, ...config }: LivePoolOptions) {
    super(secret === undefined ? config : { ...config, Client: clientWith(secret) });
    this.#secret = secret;
    this.#tryAfterMs = tryAfterMs;
    this.#answerWithinMs = answerWithinMs;
    this.on('release', (_error, client) => void this.#usedAt.set(client, performance.now()));
    if (silenceMs === undefined) return;
    this.on('connect', (client) => {
      const socket = socketOf(client);
      socket?.on('timeout', () => socket.destroy());
    });
    this.on('acquire', (client) => socketOf(client)?.setTimeout(silenceMs));
    this.on('release', (_error, client) => socketOf(client)?.setTimeout(0));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Taken): void;
  override connect(callback?: Taken): Promise<pg.PoolClient> | void {
    if (callback !== undefined) return this.#take(callback);
    return new Promise((resolve, reject) => {
      this.#take((error, client) => (client === undefined ? reject(error) : resolve(client)));
    });
  }

  /** A client that is not of the pool, and signs in as the pool's do. */
  static beside(pool: pg.Pool, config: pg.ClientConfig): pg.Client {
    const client = new pg.Client({ ...pool.options, ...config });
    if (pool instanceof LivePool && pool.#secret !== undefined) signInWith(client, pool.#secret);
    return client;
  }

  #take(callback: Taken, mayAskAgain = this.#secret !== undefined): void {
    super.connect((error, client, done) => {
      // The password was changed after the secret was read: the secret has heard of it, and has another by now.
      if (mayAskAgain && isWrongPassword(error)) return this.#take(callback, false);
      const usedAt = client && this.#usedAt.get(client);
      if (client === undefined || usedAt === undefined || performance.now() - usedAt < this.#tryAfterMs) {
        return callback(error, client, done);
      }
      const tryAnother = () => {
        done(true);
        this.#take(callback);
      };
      if (usedAt < this.#lostAt) return tryAnother();
      // The driver takes a time-out for one statement, which its types do not have.
      const trial = { text: '', query_timeout: this.#answerWithinMs };
      client.query(trial).then(
        () => callback(undefined, client, done),
        () => {
          this.#lostAt = performance.now();
          tryAnother();
        },
      );
    });
  }
}

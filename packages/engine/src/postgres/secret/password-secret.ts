import { FluxionError } from '../../base/index.ts';
import type { FetchPassword } from './fetch-secret.ts';

/**
 * The password that a secret holds, asked for anew at each connection: so a rotation needs no restart. Connections that are
 * made at once share one question. While Secrets Manager does not answer, the password that it gave last is used on.
 */
export class PasswordSecret {
  readonly #fetch: FetchPassword;
  #asking: Promise<string> | undefined;
  #last: string | undefined;
  #refused: string | undefined;

  constructor(fetch: FetchPassword) {
    this.#fetch = fetch;
  }

  /** @throws FluxionError DATABASE_UNREACHABLE or DATABASE_UNSUITABLE, with what to do */
  read(): Promise<string> {
    if (this.#asking !== undefined) return this.#asking;
    const asking = this.#ask().finally(() => {
      if (this.#asking === asking) this.#asking = undefined;
    });
    this.#asking = asking;
    return asking;
  }

  /** The server has refused this password: while it is the secret's, the one that is to follow is tried. */
  refuse(password: string): void {
    this.#refused = password;
    // What was asked before may bring the same one.
    this.#asking = undefined;
  }

  async #ask(): Promise<string> {
    try {
      const current = (await this.#fetch('AWSCURRENT')) ?? '';
      if (current !== this.#refused) this.#refused = undefined;
      // In the midst of a rotation the database has the next password already.
      const next = this.#refused === undefined ? undefined : await this.#fetch('AWSPENDING');
      this.#last = next ?? current;
      return this.#last;
    } catch (error) {
      const away = error instanceof FluxionError && error.code === 'DATABASE_UNREACHABLE';
      if (away && this.#last !== undefined) return this.#last;
      throw error;
    }
  }
}

import type { Answer } from '../../../index.ts';
import type { Finding, Scope } from './questions.ts';
import { rowsAtFirst, sites, spareUnits, units, writers, type VisitUnit } from './world.ts';

/** A point in the order of all that this process has sent and heard, and when that was. */
export interface Moment {
  readonly tick: number;
  readonly ms: number;
}

/** What a transaction has made of a key. Later transactions' versions of it are higher. */
export interface Write {
  readonly key: string;
  readonly version: number;
  /** Of a unit: how many rows it has in this version. */
  readonly rows: number;
}

/** A transaction that was told to commit. */
export interface Transaction {
  readonly xid: bigint;
  readonly writes: readonly Write[];
  /** Just before its COMMIT was sent. */
  readonly sent: Moment;
  /** Undefined: it failed. */
  acknowledged?: Moment;
}

/** A state of the database that somebody has seen. */
export interface Token {
  readonly snapshot: string;
  /** It includes what was acknowledged before. */
  readonly at?: Moment;
  /** It includes what this answer had. */
  readonly seen?: GivenAnswer;
}

export interface Wish {
  readonly exact: boolean;
  readonly maxStalenessMs: number;
  readonly token?: Token | undefined;
}

export interface GivenAnswer extends Pick<Answer<Finding>, 'engine' | 'detour' | 'asOf' | 'timings'> {
  readonly reader: string;
  readonly mirror: string;
  readonly scope: Scope;
  readonly wish: Wish;
  readonly asked: Moment;
  readonly answered: Moment;
  readonly findings: readonly Finding[];
}

export const unitKey = ({ site, day }: VisitUnit): string => `whole ${site} ${day}`;
export const singleKey = (site: string, writer: number): string => `single ${site} ${writer}`;
export const counterKey = (writer: number): string => `counter writer ${writer}`;

/** All keys there are, each with its version at first. */
export const firstWrites: readonly Write[] = [
  ...[...units, ...spareUnits].map((unit) => ({ key: unitKey(unit), version: 1, rows: rowsAtFirst })),
  ...Array.from({ length: writers }, (_, writer) => [
    { key: counterKey(writer), version: 0, rows: 0 },
    ...sites.map((site) => ({ key: singleKey(site, writer), version: 0, rows: 0 })),
  ]).flat(),
];

/** What all writers and readers of this process share: what was acknowledged and answered, and in which order. */
export class History {
  readonly transactions: Transaction[];
  readonly answers: GivenAnswer[] = [];
  readonly #tokens: Token[] = [];
  #tick = 0;
  #version = 1;

  constructor() {
    const sent = this.now();
    this.transactions = [{ xid: 3n, writes: firstWrites, sent, acknowledged: this.now() }];
  }

  now(): Moment {
    return { tick: this.#tick++, ms: performance.now() };
  }

  /** A version higher than all before; to be taken by whoever has the unit's lock. */
  nextVersion(): number {
    return ++this.#version;
  }

  commit(xid: bigint, writes: readonly Write[]): Transaction {
    const transaction: Transaction = { xid, writes, sent: this.now() };
    this.transactions.push(transaction);
    return transaction;
  }

  keep(token: Token): void {
    this.#tokens.push(token);
    if (this.#tokens.length > 32) this.#tokens.shift();
  }

  /** A token that was kept lately. */
  token(random: (below: number) => number): Token | undefined {
    return this.#tokens[random(Math.max(1, this.#tokens.length))];
  }
}

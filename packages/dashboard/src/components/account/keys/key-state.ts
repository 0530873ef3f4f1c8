import type { AnswerTo } from '../../../client/index.ts';

export type ApiKey = AnswerTo<'listarClaves'>['datos'][number];

export const keyStates = ['activa', 'caducada', 'revocada'] as const;
export type KeyState = (typeof keyStates)[number];

/** What became of a key: one that was revoked never comes back, one that expired ended by itself. */
export function keyState({ revocado, expira }: Pick<ApiKey, 'revocado' | 'expira'>, nowMs: number): KeyState {
  if (revocado !== null) return 'revocada';
  return expira !== null && Date.parse(expira) <= nowMs ? 'caducada' : 'activa';
}

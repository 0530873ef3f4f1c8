import { problemTable, type Endpoint, type ProblemCode } from '@fluxion/contract';
import type { Permission } from '../http/server-types.ts';
import { problemMediaType } from '../problems/problem.ts';

const everywhere: readonly ProblemCode[] = [
  'INVALID_REQUEST',
  'TOO_MANY_REQUESTS',
  'INTERNAL',
  'DATABASE_UNAVAILABLE',
  'QUERY_TIMEOUT',
];

/**
 * The problems that an operation may answer with, in the order of the table: those that follow from how it is declared, and
 * those that its endpoint names.
 */
export function problemsOf(endpoint: Endpoint, permission: Permission): readonly ProblemCode[] {
  const { method, params, table, problems = [] } = endpoint;
  const codes = new Set<ProblemCode>([...everywhere, ...problems]);
  if (permission !== 'public') codes.add('UNAUTHENTICATED');
  if (permission !== 'public' && permission !== 'signed in') codes.add('FORBIDDEN');
  if (params !== undefined) codes.add('NOT_FOUND');
  if (table !== undefined) codes.add('NOT_ACCEPTABLE').add('TOO_MANY_EXPORTS');
  if (method !== 'GET') {
    // A body is looked at before anybody asks whether one was wanted.
    codes.add('CROSS_ORIGIN').add('BODY_TOO_LARGE').add('UNSUPPORTED_MEDIA_TYPE').add('OUTCOME_UNKNOWN');
  }
  return (Object.keys(problemTable) as ProblemCode[]).filter((code) => codes.has(code));
}

interface ProblemAnswer {
  readonly description: string;
  readonly content: object;
}

function answerOf(codes: readonly ProblemCode[]): ProblemAnswer {
  return {
    description: codes.map((code) => `\`${code}\`: ${problemTable[code].title}.`).join(' '),
    content: { [problemMediaType]: { schema: { $ref: 'Problem#' } } },
  };
}

/** The answers that are problems, by status. */
export function problemAnswers(codes: readonly ProblemCode[]): Record<string, ProblemAnswer> {
  const statuses = new Set(codes.map((code) => problemTable[code].status));
  const answers = Array.from(statuses, (status) => [
    status,
    answerOf(codes.filter((code) => problemTable[code].status === status)),
  ]);
  return Object.fromEntries(answers);
}

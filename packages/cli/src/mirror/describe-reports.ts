import { exitCodes, type ExitCode } from '@fluxion/engine/base';
import type { MirrorReply } from '@fluxion/engine/mirror';
import { indented, visible } from '../output/index.ts';
import { describeCheck } from './describe-check.ts';
import { describeMirror, whoText } from './describe-status.ts';
import type { MirrorReport } from './work.ts';

/** What the processes tell of their mirrors, one after the other. */
export function describeReports(replies: readonly MirrorReply[]): string {
  if (replies.length === 0) return 'No process has a mirror open; `fluxion up` keeps one beside the API.';
  return replies.map(describeReply).join('\n');
}

function describeReply(reply: MirrorReply): string {
  if ('failure' in reply) return `${whoText(reply)}: ${visible(reply.failure)}`;
  const { status, check } = reportIn(reply);
  const mirror = describeMirror(reply, status);
  return check === undefined ? mirror : `${mirror}\n${indented(describeCheck(check), 2)}`;
}

/** The same for a program: an object for each process. */
export function reportsJson(replies: readonly MirrorReply[]): readonly object[] {
  return replies.map((reply) => {
    const { host, pid } = reply;
    return 'failure' in reply ? { host, pid, failure: reply.failure } : { host, pid, ...reportIn(reply) };
  });
}

/** Failed if one of the processes has; else whether a copy differs. */
export function exitCodeOf(replies: readonly MirrorReply[]): ExitCode {
  if (replies.some((reply) => 'failure' in reply)) return exitCodes.failed;
  const differs = replies.some((reply) => 'report' in reply && reportIn(reply).check?.equal === false);
  return differs ? exitCodes.differs : exitCodes.done;
}

/** Another process of ours wrote it, perhaps one of another version: what it tells is shown as far as it is understood. */
export function reportIn({ report }: Extract<MirrorReply, { readonly report: unknown }>): MirrorReport {
  return report as MirrorReport;
}

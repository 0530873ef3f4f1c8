import type { Finding } from '@fluxion/engine/diagnosis';
import { lineWidth, plural, visible, wrapped } from '../output/index.ts';

const marks = { ok: 'ok', warning: 'warning', problem: 'PROBLEM' } as const;
const markWidth = 9;

function count(findings: readonly Finding[], state: Finding['state']): number {
  return findings.filter((finding) => finding.state === state).length;
}

/** A line for each finding, and below those that are not as they should be, what to do. */
function lines(finding: Finding, nameWidth: number): string[] {
  const left = markWidth + nameWidth + 2;
  const advice = finding.state === 'ok' ? [] : wrapped(`-> ${visible(finding.advice)}`, lineWidth - left);
  const texts = [...wrapped(visible(finding.found), lineWidth - left), ...advice];
  return texts.map((text, index) =>
    index === 0
      ? `${marks[finding.state].padEnd(markWidth)}${finding.name.padEnd(nameWidth + 2)}${text}`
      : ' '.repeat(left) + text,
  );
}

/** The findings as a person reads them, with how many there are of each kind at the end. */
export function describeFindings(findings: readonly Finding[]): string {
  const nameWidth = Math.max(...findings.map(({ name }) => name.length));
  const [problems, warnings] = [count(findings, 'problem'), count(findings, 'warning')];
  const end =
    problems + warnings === 0
      ? 'Everything is as it should be.'
      : `${plural(problems, 'problem')}, ${plural(warnings, 'warning')}.`;
  return [...findings.flatMap((finding) => lines(finding, nameWidth)), '', end].join('\n');
}

/** The same for a program. */
export function findingsJson(findings: readonly Finding[]): object {
  return { problems: count(findings, 'problem'), warnings: count(findings, 'warning'), findings };
}

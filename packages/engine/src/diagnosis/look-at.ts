import { abortable, messageOf } from '../base/index.ts';
import { problem, type Check, type Finding, type Verdict } from './verdict.ts';

const unforeseen = 'What could not be looked at may hide a fault: mend the cause, and look again.';

async function verdictsOf<Asked>(check: Check<Asked>, asked: Asked): Promise<readonly Verdict[]> {
  try {
    return await check.look(asked);
  } catch (error) {
    return [problem(`This could not be looked at: ${messageOf(error)}`, unforeseen)];
  }
}

/**
 * Looks at one thing after the other: some measure time, and must not disturb each other. A check that fails is a finding
 * of its own and keeps no other from being made.
 * @throws the signal's reason
 */
export async function lookAt<Asked>(
  checks: readonly Check<Asked>[],
  asked: Asked,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const check of checks) {
    signal.throwIfAborted();
    // A check may wait for a lock or for a silent server: whoever presses Ctrl-C does not wait with it.
    const verdicts = await abortable(verdictsOf(check, asked), signal);
    findings.push(...verdicts.map((verdict) => ({ name: check.name, ...verdict })));
  }
  return findings;
}

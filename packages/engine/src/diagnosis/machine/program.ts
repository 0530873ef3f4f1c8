import { ok, problem, type Check, type Verdict } from '../verdict.ts';
import type { AskedMachine } from './asked.ts';

/** As package.json says. */
const oldest = [20, 19] as const;

/** @param version as Node tells it: `20.19.4` */
export function programVerdict(version: string): Verdict {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
  const found = `Node ${version} for ${process.platform}-${process.arch}; ${oldest.join('.')} or newer is needed.`;
  return isOld ? problem(found, 'Install a newer Node: https://nodejs.org.') : ok(found);
}

/** What runs Fluxion. */
export const program: Check<AskedMachine> = {
  name: 'program',
  look: async () => [programVerdict(process.versions.node)],
};

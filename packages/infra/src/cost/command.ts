import { parseArgs } from 'node:util';
import { CostError } from './cost-error.ts';
import { environments } from './deployments.ts';
import { jsonBills } from './output/json.ts';
import { printedBill } from './output/print.ts';

const help = `Usage: npm run infra:cost [-- --environment staging|production] [--json]

What a month on AWS costs with the settings of packages/infra/src/config, line by line.
`;

/** Where a command writes to. */
interface Output {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

/**
 * Prints the bills that are asked for; all of them if none is named.
 * @returns 0, or 2 where the command line or a setting has no bill
 */
export function costCommand(args: readonly string[], output: Output): number {
  try {
    output.stdout(answer(args));
    return 0;
  } catch (error) {
    if (!(error instanceof CostError || isUsageError(error))) throw error;
    output.stderr(`${error.message}\n`);
    return 2;
  }
}

function answer(args: readonly string[]): string {
  const { values } = parseArgs({
    args: [...args],
    options: { environment: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help === true) return help;
  const asked = environmentsNamed(values.environment);
  return values.json === true
    ? `${JSON.stringify(jsonBills(asked), undefined, 2)}\n`
    : asked.map(printedBill).join('\n');
}

function environmentsNamed(name: string | undefined) {
  if (name === undefined) return Object.values(environments);
  const found = Object.values(environments).find(({ environment }) => environment === name);
  if (found !== undefined) return [found];
  throw new CostError(`--environment must be ${Object.keys(environments).join(' or ')}, not "${name}"`);
}

/** What `parseArgs` throws for an option that is not there. */
function isUsageError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

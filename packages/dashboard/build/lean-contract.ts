import { fileURLToPath } from 'node:url';
import { runnerImport, type Plugin } from 'vite';

const ENDPOINTS = fileURLToPath(new URL('../../contract/src/endpoints.ts', import.meta.url));

interface Declared {
  readonly method: string;
  readonly path: string;
  readonly answers: Readonly<Record<string, { readonly type?: string }>>;
  readonly table?: unknown;
}

/**
 * What a client needs of an endpoint: where it is, whether its answer is a table, and which of its answers are plain text
 * (`bodyOf` of the contract's client asks).
 */
function leanEndpoint({ method, path, answers, table }: Declared) {
  const texts = Object.entries(answers).filter(([, { type }]) => type === 'string');
  return {
    method,
    path,
    answers: Object.fromEntries(texts.map(([status]) => [status, { type: 'string' }])),
    ...(table === undefined ? {} : { table: {} }),
  };
}

/**
 * Leaves the contract's schemas, and the library that declares them, out of the browser: it is the server that checks
 * requests and answers, and there they are as large as everything else on the first page together.
 */
export function leanContract(): Plugin {
  return {
    name: 'lean-contract',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      if (id !== ENDPOINTS) return null;
      const { module, dependencies } = await runnerImport<{ endpoints: Record<string, Declared> }>(ENDPOINTS);
      for (const file of dependencies) this.addWatchFile(file);
      const lean = Object.entries(module.endpoints).map(([name, declared]) => [name, leanEndpoint(declared)]);
      return `export const endpoints = ${JSON.stringify(Object.fromEntries(lean))};`;
    },
  };
}

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

export interface Manifest {
  readonly name: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export interface SourceFile {
  /** Relative to the repository. */
  readonly path: string;
  readonly text: string;
  /** Whether only tests read it: it may import what the repository as a whole declares for them. */
  readonly isTest: boolean;
}

/** A package of the repository, or the repository itself, with the files that belong to it alone. */
export interface Workspace {
  readonly manifest: Manifest;
  readonly files: readonly SourceFile[];
}

const sourceFile = /\.(ts|tsx|mjs|css)$/;
const testFile = /\.test\.tsx?$|(^|\/)testing\//;
/** Neither sources of ours nor of the repository itself. */
const elsewhere = new Set(['node_modules', 'dist', 'packages']);

/** The repository first, then its packages from the lowest to the highest. */
export function readWorkspaces(root: string): Promise<readonly Workspace[]> {
  const packages = ['contract', 'engine', 'api', 'cli', 'dashboard', 'infra'].map((name) => join('packages', name));
  return Promise.all(['.', ...packages].map((folder) => readWorkspace(root, folder)));
}

async function readWorkspace(root: string, folder: string): Promise<Workspace> {
  const manifest: Manifest = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
  const paths = await sourcePaths(root, folder);
  const files = await Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8'), isTest: testFile.test(path) })),
  );
  return { manifest, files };
}

async function sourcePaths(root: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const nested = entries.map((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return sourceFile.test(entry.name) ? [path] : [];
    return elsewhere.has(entry.name) || entry.name.startsWith('.') ? [] : sourcePaths(root, path);
  });
  return (await Promise.all(nested)).flat();
}

export function dependenciesOf({ dependencies, devDependencies }: Manifest): readonly string[] {
  return Object.keys({ ...dependencies, ...devDependencies });
}

/** The packages that a file imports, types too; Node's own modules and the tests' alias are none. */
export function importsOf({ text }: SourceFile): readonly string[] {
  const specifiers = [...text.matchAll(/\b(?:from |import |import\()'(@?\w[\w./:-]*)'/g)].map(([, name = '']) => name);
  const packages = specifiers.filter((specifier) => !specifier.startsWith('node:'));
  return [...new Set(packages.map((specifier) => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier))];
}

/** Whether the file names the package, or a file of it, in a string: an import, a resolved path, a font's URL. */
export function mentions({ text }: SourceFile, packageName: string): boolean {
  return text.includes(`'${packageName}'`) || text.includes(`'${packageName}/`);
}

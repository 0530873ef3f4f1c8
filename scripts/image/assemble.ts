import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { letsThrough } from './context.ts';
import { stagesOf, wordsOf, type Instruction, type Stage } from './dockerfile.ts';

/**
 * The stages whose commands keep to their own folder. Those of the others are for a container's root: what they install
 * (tini) and download (the certificates) is left out here.
 */
const performed: ReadonlySet<string> = new Set(['manifests', 'build', 'production']);

/** Where things are. */
interface Site {
  /** The repository. */
  readonly root: string;
  /** Each stage's root is a folder in here, by its name; the image's own is `image`. */
  readonly scratch: string;
  /** What reaches the builder, relative to the repository. */
  readonly context: readonly string[];
  readonly say: (line: string) => void;
}

/**
 * Does in a folder what the Dockerfile says, without Docker: its copies, by .dockerignore, and the commands of the stages
 * that install and build.
 *
 * @returns the folder that is the image's root, with what the repository and npm bring to it
 */
export function assemble(root: string, scratch: string, say: (line: string) => void): string {
  const inContext = letsThrough(readFileSync(join(root, '.dockerignore'), 'utf8'));
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  const context = listed
    .toString()
    .split('\0')
    .filter((path) => path !== '' && inContext(path));
  const site = { root, scratch, context, say };
  for (const stage of stagesOf(readFileSync(join(root, 'Dockerfile'), 'utf8'))) perform(stage, site);
  return rootOf('', site);
}

const rootOf = (stage: string, { scratch }: Site) => join(scratch, stage === '' ? 'image' : stage);

function perform(stage: Stage, site: Site): void {
  const stageRoot = rootOf(stage.name, site);
  let workdir = '/';
  for (const instruction of stage.instructions) {
    const here = join(stageRoot, workdir);
    if (instruction.keyword === 'WORKDIR') workdir = resolve(workdir, instruction.rest);
    else if (instruction.keyword === 'COPY') copy(instruction, stageRoot, workdir, site);
    else if (instruction.keyword === 'RUN' && performed.has(stage.name)) run(instruction.rest, here, site);
  }
}

function copy(instruction: Instruction, stageRoot: string, workdir: string, site: Site): void {
  const words = wordsOf(instruction);
  const { from } = instruction.flags;
  if (from !== undefined && !performed.has(from)) return;
  const target = words.at(-1) ?? '';
  const to = join(stageRoot, resolve(workdir, target));
  for (const source of words.slice(0, -1)) {
    if (from !== undefined) cpSync(join(rootOf(from, site), source), to, { recursive: true, verbatimSymlinks: true });
    else copyFromContext(source, target.endsWith('/') ? join(to, basename(source)) : to, site);
  }
}

/** A file, or what of a folder reaches the builder. */
function copyFromContext(source: string, to: string, { root, context }: Site): void {
  const paths = context.filter((path) => path === source || path.startsWith(`${source}/`));
  if (paths.length === 0) throw new Error(`The Dockerfile copies ${source}, which .dockerignore keeps out.`);
  for (const path of paths) {
    const file = join(to, path.slice(source.length));
    mkdirSync(dirname(file), { recursive: true });
    cpSync(join(root, path), file);
  }
}

function run(command: string, folder: string, { say }: Site): void {
  say(`RUN ${command}`);
  const startedAt = Date.now();
  // The Node that runs this, so that the image's own can be tried.
  const PATH = [dirname(process.execPath), process.env['PATH']].join(delimiter);
  const { status } = spawnSync('sh', ['-ec', command], {
    cwd: folder,
    env: { ...process.env, PATH },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`That ended with exit code ${status}.`);
  say(`    ${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
}

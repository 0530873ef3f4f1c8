/**
 * What a fresh clone needs before Fluxion can run: the packages installed and the sources built. Uses Node's built-ins
 * only, because it runs before anything is installed; prints on stderr only, because stdout belongs to the command.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const nodeModules = join(root, 'node_modules');

/** Ends the process with one line when Node is older than the code can run on. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Fluxion needs Node.js 20.19 or newer; this is ${version}. See https://nodejs.org/`);
}

/** Installs the locked packages when they are missing or package-lock.json has changed since. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  // `install` and not `ci`: a registry's mirror may lack a package for some other platform, which `ci` does not forgive.
  // The build's tools are wanted even with NODE_ENV=production; no package of ours needs its installation script.
  const wanted = ['--no-save', '--include=dev', '--include=optional', '--ignore-scripts'];
  await stage('Installing the packages', () => run(...npm('install', ...wanted, '--loglevel=error')));
}

function isInstalled() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  const present = readJson(join(nodeModules, '.package-lock.json'))?.packages;
  if (wanted === undefined) return existsSync(nodeModules);
  const isBuiltElsewhere = targets.every(({ output }) => existsSync(output));
  return present !== undefined && holdsAll(wanted, present, isBuiltElsewhere);
}

/**
 * Whether what npm has installed (its own record, which it writes last) is what package-lock.json asks for. Optional
 * packages may be for other platforms, and the build's tools may be left out where the build has been done.
 */
export function holdsAll(wanted, present, mayLackTools) {
  return Object.entries(wanted).every(([path, { version, optional, dev, devOptional }]) => {
    // The project and its workspaces are not installed but lie here.
    if (!path.includes('node_modules/')) return true;
    const found = present[path];
    if (found !== undefined) return found.version === version;
    return optional || devOptional || (dev && mayLackTools) || false;
  });
}

const targets = [
  {
    name: 'packages',
    folders: ['contract', 'engine', 'api', 'cli'],
    output: join(root, 'packages/cli/dist/main.js'),
    tool: 'typescript',
    build: () => run(process.execPath, [join(nodeModules, 'typescript/bin/tsc'), '-b', 'tsconfig.build.json']),
  },
  {
    name: 'dashboard',
    folders: ['contract', 'dashboard'],
    output: join(root, 'packages/dashboard/dist/index.html'),
    tool: 'vite',
    build: () => {
      const args = [join(nodeModules, 'vite/bin/vite.js'), 'build', '--logLevel', 'warn'];
      return run(process.execPath, args, 'packages/dashboard');
    },
  },
];

/** Builds the packages and the dashboard whose sources changed since their last build, or all of them with `force`. */
export async function ensureBuilt({ force = false } = {}) {
  for (const target of targets) {
    if (!force && isBuilt(target)) continue;
    const startedAt = new Date();
    await stage(`Building the ${target.name}`, target.build);
    mkdirSync(dirname(stampOf(target)), { recursive: true });
    writeFileSync(stampOf(target), '');
    // The build's start, so that a source saved while it ran is built the next time.
    utimesSync(stampOf(target), startedAt, startedAt);
  }
}

/** A build is current when nothing of its sources is younger; one without sources or without its tool is taken as it is. */
function isBuilt({ name, folders, output, tool }) {
  if (!existsSync(output)) return false;
  if (!existsSync(join(nodeModules, tool))) return true;
  const builtAt = modifiedAt(stampOf({ name })) ?? modifiedAt(output);
  const paths = folders.map((folder) => join(root, 'packages', folder));
  const sources = paths.flatMap((path) =>
    readdirSync(path)
      .filter((entry) => !['dist', 'node_modules'].includes(entry))
      .map((entry) => join(path, entry)),
  );
  return sources.every((source) => newest(source) <= builtAt);
}

/** Under node_modules, so that it goes with the packages: after another installation everything is built anew. */
function stampOf({ name }) {
  return join(nodeModules, '.fluxion', `built-${name}`);
}

/** The youngest modification time under a path, its folders' own included: those tell of files that were removed. */
export function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function modifiedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The npm that started us where there is one, so that no other version of it from PATH is used. */
function npm(...args) {
  const { npm_execpath: path } = process.env;
  return path?.endsWith('npm-cli.js') ? [process.execPath, [path, ...args]] : ['npm', args];
}

async function stage(title, work) {
  const startedAt = Date.now();
  process.stderr.write(`${title} ...\n`);
  try {
    await work();
  } catch (error) {
    fail(`${title} failed.\n${error.message}`);
  }
  process.stderr.write(`${title}: done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
}

/** Runs a program quietly; what it printed is the error's message when it fails. */
function run(command, args, folder = '.') {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: join(root, folder),
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command === 'npm',
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (printed += text));
    child.on('error', reject);
    child.on('close', (code, signal) =>
      code === 0
        ? resolve()
        : reject(new Error(`${printed.trim()}\n${command} ended with ${signal ?? `exit code ${code}`}`)),
    );
  });
}

function fail(message) {
  process.stderr.write(`fluxion: ${message}\n`);
  process.exit(1);
}

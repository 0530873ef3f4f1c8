import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const packageName = '@sparticuz/chromium';
const cache = fileURLToPath(new URL('../../node_modules/.cache/fluxion/', import.meta.url));

/** Where a system says which fonts it has. */
const systemFonts = '/etc/fonts/fonts.conf';

/** Tells the package to unpack its libraries too; by itself it does so only in Amazon's cloud. */
const unpackEverything = { AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };

const fontsOf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`;

/**
 * The folder with the browser that comes inside its npm package, unpacked once for each version. Several processes may ask
 * at once: each unpacks into a folder of its own, and the first to be done names it.
 */
async function unpackedBrowser(): Promise<string> {
  const { version } = require(join(packageRoot(), 'package.json')) as { version: string };
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(join(cache, 'unpacking-'));
  try {
    const script = `(await import('${packageName}')).default.executablePath()`;
    // The package unpacks into the temporary directory of its process: each gets a private one.
    await run(process.execPath, ['--input-type=module', '--eval', `await ${script}`], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      env: { ...process.env, ...unpackEverything, TMPDIR: fresh },
    });
    await writeFile(join(fresh, 'fonts', 'fonts.conf'), fontsOf(join(folder, 'fonts')));
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Somebody else was first.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function packageRoot(): string {
  const entry = require.resolve(packageName);
  return join(entry.slice(0, entry.lastIndexOf(packageName)), packageName);
}

/** What the browser needs from the packed files because the system does not have it. */
async function missingOnThisSystem(folder: string): Promise<Record<string, string>> {
  const fonts: Record<string, string> = existsSync(systemFonts) ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  try {
    await run(join(folder, 'chromium'), ['--version']);
    return fonts;
  } catch {
    // It does not even start: without its libraries, the dynamic linker ends it.
    return { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  }
}

/**
 * Starts a headless Chromium on a machine that has none: the binary, and the libraries and fonts if the system lacks them,
 * come from an npm package. Runs as root too. The caller closes it.
 */
export async function launchBrowser(): Promise<Browser> {
  const folder = await unpackedBrowser();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    // Pages of our own only: the sandbox that root and many containers cannot have is not missed.
    args: ['--headless=shell', '--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none'],
    env: { ...definedOnly(process.env), ...(await missingOnThisSystem(folder)) },
  });
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

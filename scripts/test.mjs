/**
 * `npm test`: sets up what is missing and runs every test. Further arguments go to vitest (`npm test -- --project unit`).
 * The last line is `N passed, N failed`, for whoever reads the log by program; the exit code is vitest's.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, requireNode, root } from './setup.mjs';

requireNode();
await ensureInstalled();
await ensureBuilt();

const folder = mkdtempSync(join(tmpdir(), 'fluxion-test-'));
const reportFile = join(folder, 'report.json');
const exitCode = await vitest(process.argv.slice(2));
const counts = count(reportFile);
rmSync(folder, { recursive: true, force: true });
// A run that fails without a failed test (an error outside of any test, a crash) must not read as a success.
const failed = exitCode === 0 ? counts.failed : Math.max(counts.failed, 1);
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
process.stdout.write(`${counts.passed} passed, ${failed} failed${skipped}\n`);
process.exitCode = exitCode;

function vitest(args) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const program = join(root, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [program, 'run', ...reporters, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FLUXION_TEST_BUILT: '1' },
  });
  // On Ctrl-C vitest, in the same process group, stops its servers; it is waited for so that none stays behind.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Counts of vitest's JSON report; a file that could not be loaded has no tests and counts as one failed. */
function count(path) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    const unloaded = report.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded.length,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

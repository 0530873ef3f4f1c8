import type { TestProject } from 'vitest/node';
import { buildDashboard } from './support/dashboard-build.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with the dashboard, built once for all test files of the project. */
    dashboardDirectory: string;
  }
}

/** Builds the dashboard for the project's test files; returns the teardown. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { directory, remove } = await buildDashboard();
  project.provide('dashboardDirectory', directory);
  return remove;
}

import { ApiProblem } from '../client/index.ts';

/**
 * A page's script, which comes when the page is opened. Without a network, or after the server was renewed, it does not: that
 * is told as a missing server is. The router would load the document again by itself, which without a network ends on the
 * browser's own error page.
 *
 * @throws ApiProblem of kind `unreachable`
 */
export async function pageScript<Module>(script: Promise<Module>): Promise<Module> {
  try {
    return await script;
  } catch (cause) {
    throw new ApiProblem({ kind: 'unreachable', cause });
  }
}

/**
 * Loads the document again, since browsers and bundles keep the failure of a script; not while the server is away, or
 * nothing would be left on screen.
 */
export async function reloadOnceReachable(): Promise<void> {
  const answer = await fetch(location.pathname, { method: 'HEAD' }).catch(() => undefined);
  if (answer?.ok === true) location.reload();
}

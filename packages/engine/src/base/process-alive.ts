/** Whether there is a process with the id; one of another user's counts. */
export function processIsAlive(processId: number): boolean {
  try {
    // Signal 0 only asks.
    return process.kill(processId, 0);
  } catch (error) {
    // A process of somebody else's may not be asked, but lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

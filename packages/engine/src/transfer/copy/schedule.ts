/** A table's pieces of work. */
export interface Work<Piece> {
  readonly name: string;
  /** Names of works that must be finished before this one begins; names that are not there do not count. */
  readonly waitsFor: readonly string[];
  readonly pieces: readonly Piece[];
}

interface Progress<Kind> {
  readonly work: Kind;
  next: number;
  running: number;
  finished: boolean;
}

/**
 * Has `workers` do all pieces: each takes the next piece of the first work that may go on, so that they share one work
 * and begin the next before the last one is through. `onFinished` hears of each work when its last piece is done.
 * @throws the first error of a piece, once every worker has stopped; no piece is begun after it
 */
export async function runPieces<Worker, Piece, Kind extends Work<Piece>>(
  works: readonly Kind[],
  workers: readonly Worker[],
  run: (worker: Worker, work: Kind, piece: Piece) => Promise<void>,
  onFinished: (work: Kind) => void,
): Promise<void> {
  const all = works.map((work): Progress<Kind> => ({ work, next: 0, running: 0, finished: false }));
  let wake = () => {};
  let changed = new Promise<void>((resolve) => (wake = resolve));
  let failed = false;
  const notify = () => {
    for (const progress of all) finishIfDone(progress);
    wake();
    changed = new Promise<void>((resolve) => (wake = resolve));
  };
  const finishIfDone = (progress: Progress<Kind>) => {
    const { work, next, running, finished } = progress;
    if (finished || running > 0 || next < work.pieces.length || !mayBegin(work, all)) return;
    progress.finished = true;
    onFinished(work);
  };
  const loop = async (worker: Worker) => {
    while (!failed && all.some(({ finished }) => !finished)) {
      const progress = all.find(({ work, next }) => next < work.pieces.length && mayBegin(work, all));
      const piece = progress?.work.pieces[progress.next];
      if (!progress || piece === undefined) {
        await changed;
        continue;
      }
      progress.next += 1;
      progress.running += 1;
      try {
        await run(worker, progress.work, piece);
      } catch (error) {
        failed = true;
        throw error;
      } finally {
        progress.running -= 1;
        if (!failed) notify();
        else wake();
      }
    }
  };
  notify();
  const outcomes = await Promise.allSettled(workers.map(loop));
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure) throw failure.reason;
}

function mayBegin<Piece>(work: Work<Piece>, all: readonly Progress<Work<Piece>>[]): boolean {
  return all.every((other) => other.finished || !work.waitsFor.includes(other.work.name));
}

/** Asks at most once in so long, and never twice at a time: whoever asks meanwhile gets the same answer. */
export function atTimes<T>(everyMs: number, ask: () => Promise<T>): () => Promise<T> {
  let askedAt = 0;
  let answer: Promise<T> | undefined;
  let isUnderWay = false;
  return () => {
    if (answer !== undefined && (isUnderWay || performance.now() - askedAt < everyMs)) return answer;
    askedAt = performance.now();
    isUnderWay = true;
    answer = ask().finally(() => {
      isUnderWay = false;
    });
    return answer;
  };
}

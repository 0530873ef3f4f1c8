/**
 * Runs in the page before its own scripts. Notes when its content last changed, to the end of the frame that shows it, and what
 * was asked of the server meanwhile.
 */
(() => {
  const quietMs = 300;
  const waiting = 'main [aria-busy="true"], main [class*="_skeleton_"]';
  const figures = 'main [class*="_figure_"]';
  const content = ['aria-busy', 'd', 'x', 'y', 'width', 'height', 'style', 'transform', 'points'];
  let [pressed, changed, shown, asked, mutated, touched] = [0, 0, 0, 0, 0, 0];

  const afterFrame = (note) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', () => note(performance.now()), { once: true });
      channel.port1.start();
      channel.port2.postMessage(null);
    });
  new MutationObserver((records) => {
    if (!records.some(({ target }) => (target.parentElement ?? target).closest?.('main'))) return;
    mutated = performance.now();
    const first = shown === 0 && document.querySelector(figures) !== null;
    afterFrame((now) => {
      changed = now;
      if (first && shown === 0) shown = now;
    });
  }).observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: content });
  addEventListener('pointerdown', ({ timeStamp }) => (pressed = timeStamp), { capture: true });

  const plainFetch = globalThis.fetch;
  globalThis.fetch = async (...request) => {
    asked++;
    try {
      return await plainFetch(...request);
    } finally {
      touched = performance.now();
      asked--;
    }
  };

  const requestOf = (entry) => ({
    name: entry.name,
    start: entry.startTime,
    end: entry.responseEnd,
    bytes: entry.encodedBodySize,
    server: entry.serverTiming.reduce((sum, { duration }) => sum + duration, 0),
  });
  const isStill = () =>
    asked === 0 &&
    changed >= mutated &&
    performance.now() - Math.max(mutated, touched) > quietMs &&
    document.querySelector(waiting) === null;

  const told = () => {
    const requests = performance.getEntriesByType('resource').filter(({ startTime }) => startTime >= pressed);
    return { pressed, shown, changed, requests: requests.map(requestOf) };
  };
  const until = (holds) =>
    new Promise((done) => {
      const look = () => (holds() ? done(told()) : void setTimeout(look, 50));
      look();
    });

  /** Once nothing changes any more. */
  globalThis.still = () => until(isStill);
  /** The same, and what the last press has changed is there. */
  globalThis.settled = () => until(() => changed > pressed && isStill());

  /** Times between frames, from now until `stop` is called. */
  globalThis.countFrames = () => {
    const gaps = [];
    let last;
    let counting = true;
    const frame = (now) => {
      if (last !== undefined) gaps.push(now - last);
      last = now;
      if (counting) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    globalThis.framesCounted = () => {
      counting = false;
      return gaps;
    };
  };
})();

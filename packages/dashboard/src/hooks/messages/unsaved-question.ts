/** Somebody is about to leave a page with changes that are not saved. */
export interface UnsavedQuestion {
  readonly leave: () => void;
  readonly stay: () => void;
}

let question: UnsavedQuestion | null = null;
const listeners = new Set<() => void>();

/** The question that waits for an answer: asked by the page that would be left, shown by the frame around all pages. */
export const unsavedQuestion = {
  read: (): UnsavedQuestion | null => question,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  ask(next: UnsavedQuestion | null): void {
    question = next;
    for (const listener of listeners) listener();
  },
};

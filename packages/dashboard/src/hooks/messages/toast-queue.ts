/** What happened, told in passing. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  /** `failed` stays until it is put away. */
  readonly tone: 'done' | 'failed';
  /** Takes back what was done. */
  readonly undo?: () => void;
}

export type NewToast = Omit<Toast, 'id' | 'tone'> & { readonly tone?: Toast['tone'] };

/** More at once would hide the page. */
const MOST = 3;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** The messages on screen, the oldest first. One queue for the whole page: a message outlives the page that it came from. */
export const toastQueue = {
  read: (): readonly Toast[] => toasts,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  show({ tone = 'done', ...rest }: NewToast): void {
    lastId += 1;
    change([...toasts, { ...rest, tone, id: lastId }].slice(-MOST));
  },
  putAway(id: number): void {
    change(toasts.filter((toast) => toast.id !== id));
  },
  clear(): void {
    change([]);
  },
};

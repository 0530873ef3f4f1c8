import { useSyncExternalStore } from 'react';
import { toastQueue, type NewToast, type Toast } from './toast-queue.ts';

export interface Toasts {
  /** Tells in passing what happened; with `undo` a person can take it back. */
  readonly show: (toast: NewToast) => void;
}

const toasts: Toasts = { show: toastQueue.show };

/** Short messages that do not interrupt. They outlive the page that showed them. */
export function useToasts(): Toasts {
  return toasts;
}

/** The messages on screen: for the region that shows them. */
export function useToastList(): readonly Toast[] {
  return useSyncExternalStore(toastQueue.subscribe, toastQueue.read);
}

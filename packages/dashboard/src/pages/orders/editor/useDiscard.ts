import { useTexts, useToasts } from '../kit.ts';
import { orderWords } from '../texts/index.ts';
import type { DraftState } from './useOrderDraft.ts';

/** Forgets what was typed; the message that follows brings it back. */
export function useDiscard({ draft, discard, act }: DraftState): () => void {
  const texts = useTexts(orderWords);
  const { show } = useToasts();
  return () => {
    discard();
    show({ text: texts.discarded, undo: () => act({ type: 'reset', draft }) });
  };
}

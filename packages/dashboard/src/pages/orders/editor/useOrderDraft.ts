import { useCallback, useEffect, useReducer, useState } from 'react';
import { tabStorage, useSession } from '../kit.ts';
import {
  type DraftAction,
  draftAfter,
  draftName,
  freshDraft,
  isDirty,
  keepDraft,
  type OrderDraft,
  type QuantityField,
  readDraft,
} from '../model/index.ts';

export interface DraftState {
  readonly draft: OrderDraft;
  readonly dirty: boolean;
  /** It was typed before the page was left, or loaded anew. */
  readonly restored: boolean;
  readonly act: (action: DraftAction) => void;
  /** Forgets what was typed. */
  readonly discard: () => void;
}

/**
 * What is typed of an order, kept in the tab's storage with each change: nothing of it is lost with the page.
 *
 * @param field the quantity that is open now; what was typed for another one keeps its own
 */
export function useOrderDraft(orderId: string, field: QuantityField): DraftState {
  const userId = useSession().data?.user?.id ?? '';
  const name = draftName(userId, orderId);
  const [draft, dispatch] = useReducer(
    draftAfter,
    null,
    () => readDraft(tabStorage(), name) ?? freshDraft(orderId, field),
  );
  const [restored, setRestored] = useState(() => isDirty(draft));
  const dirty = isDirty(draft);
  // The first thing typed is typed for what is open by then.
  const current = dirty || draft.field === field ? draft : { ...draft, field };
  useEffect(() => {
    // While nobody is signed in, what is typed waits where it is.
    if (userId !== '') keepDraft(tabStorage(), name, dirty ? draft : null);
  }, [userId, name, draft, dirty]);
  const act = useCallback(
    (action: DraftAction) => {
      dispatch({ type: 'open', field });
      dispatch(action);
    },
    [field],
  );
  const discard = useCallback(() => {
    setRestored(false);
    dispatch({ type: 'reset', draft: freshDraft(orderId, field) });
  }, [orderId, field]);
  return { draft: current, dirty, restored: restored && dirty, act, discard };
}

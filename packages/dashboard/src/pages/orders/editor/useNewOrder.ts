import { useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ApiProblem, hrefOf, useAddressSearch, useAsk, useTell, useTexts, useToasts } from '../kit.ts';
import {
  changedLines,
  emptyHeader,
  lineViews,
  NEW_ORDER,
  newKey,
  newOrderBody,
  nothingRefused,
  refusalOf,
  type Header,
  type LineView,
  type Refusal,
} from '../model/index.ts';
import { afterWriting, versionTag } from '../steps/useOrderWrites.ts';
import { orderWords } from '../texts/index.ts';
import { useOrderDraft, type DraftState } from './useOrderDraft.ts';
import { useSuggestions, type Suggestions } from './useSuggestions.ts';

const field = 'cantidad_solicitada';

/** What is wrong before anything is sent. */
interface Found {
  readonly words: readonly string[];
  readonly fields: Partial<Record<keyof Header, string>>;
}

const nothingFound: Found = { words: [], fields: {} };

/** A new order as it is typed, and how it is saved. */
export interface NewOrder extends DraftState {
  readonly header: Header;
  readonly lines: readonly LineView[];
  readonly suggestions: Suggestions;
  readonly saving: boolean;
  readonly found: Found;
  readonly refusal: Refusal;
  readonly error: Error | null;
  /** Saves it, and has it asked for where that is wanted; its own page follows. */
  readonly create: (then: 'solicitado' | null) => Promise<void>;
}

export function useNewOrder(): NewOrder {
  const drafting = useOrderDraft(NEW_ORDER, field);
  const { draft } = drafting;
  const ownStore = useOwnStore();
  const header = useMemo(() => ({ ...emptyHeader, storeId: ownStore, ...draft.header }), [ownStore, draft.header]);
  const suggestions = useSuggestions(
    header.storeId,
    draft.lines.map(({ productId }) => productId),
  );
  const [refusal, setRefusal] = useState(nothingRefused);
  const lines = useMemo(
    () => lineViews({ order: null, draft, field, suggestions: suggestions.known, refused: refusal.lines }),
    [draft, suggestions.known, refusal.lines],
  );
  useAddressedProducts(drafting);
  const saving = useCreate({ drafting, header, lines, setRefusal });
  return { ...drafting, header, lines, suggestions, refusal, ...saving };
}

/** The store of who has only one. */
function useOwnStore(): string {
  const stores = useAsk('listarUbicaciones', {}).data?.body.datos ?? [];
  const open = stores.filter(({ tipo, activo }) => tipo === 'tienda' && activo);
  return open.length === 1 ? (open[0]?.id ?? '') : '';
}

/** An address may name a store and products to begin with: what is typed already stays. */
function useAddressedProducts({ dirty, act }: DraftState): void {
  const search = useAddressSearch();
  // Only what the page is opened with counts: discarding it must not bring it back.
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current) return;
    opened.current = true;
    if (dirty) return;
    const parameters = new URLSearchParams(search);
    const storeId = parameters.get('tienda');
    const products = parameters
      .getAll('producto')
      .map((productId) => ({ productId, code: '', name: productId, caseSize: '1' }));
    if (storeId !== null) act({ type: 'header', patch: { storeId }, version: null });
    if (products.length > 0) act({ type: 'add', products, version: null });
  }, [dirty, search, act]);
}

interface CreateInput {
  readonly drafting: DraftState;
  readonly header: Header;
  readonly lines: readonly LineView[];
  readonly setRefusal: (refusal: Refusal) => void;
}

function useCreate({ drafting, header, lines, setRefusal }: CreateInput) {
  const texts = useTexts(orderWords);
  const { history } = useRouter();
  const { show } = useToasts();
  const post = useTell('crearPedido', ['listarPedidos']);
  const step = useTell('moverPedido', afterWriting);
  const [found, setFound] = useState(nothingFound);
  const [error, setError] = useState<Error | null>(null);
  const { draft, act, discard } = drafting;

  const check = (then: 'solicitado' | null): Found => {
    const fields = {
      ...(header.storeId === '' ? { storeId: texts.needStore } : {}),
      ...(then !== null && header.source === '' ? { source: texts.needSource } : {}),
    };
    const asksNothing = !lines.some(({ effective }) => effective !== null && Number(effective) > 0);
    const words = [
      ...(Object.keys(fields).length > 0 || lines.some(({ fault }) => fault !== null && fault.fault !== 'refused')
        ? [texts.fix]
        : []),
      ...(then !== null && asksNothing ? [texts.needLines] : []),
    ];
    return { words, fields };
  };

  const create = async (then: 'solicitado' | null) => {
    const wrong = check(then);
    setFound(wrong);
    setError(null);
    setRefusal(nothingRefused);
    if (wrong.words.length > 0) return;
    try {
      const body = newOrderBody(draft, header, lines);
      const { body: made } = await post.mutateAsync({ headers: { 'idempotency-key': draft.key }, body });
      discard();
      show({ text: texts.created(String(made.numero)) });
      const next = then === null ? null : { params: { id: made.id }, body: { estado: then } };
      // Its own page tells why it could not be asked for, where it can be mended.
      if (next !== null)
        await step.mutateAsync({ ...next, headers: { 'if-match': versionTag(made.version) } }).catch(() => null);
      history.replace(hrefOf(`/pedidos/${encodeURIComponent(made.id)}`));
    } catch (thrown) {
      setRefusal(refusalOf(thrown, changedLines(lines)));
      setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
      // The key belongs to what was sent before: another order takes another.
      if (thrown instanceof ApiProblem && thrown.codigo === 'IDEMPOTENCY_KEY_REUSED')
        act({ type: 'rename', key: newKey() });
    }
  };
  return { saving: post.isPending || step.isPending, found, error, create };
}

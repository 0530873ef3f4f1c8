import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { Button, Panel, type Source, useTexts, useToasts } from '../kit.ts';
import type { DraftAction, LineView, OrderDraft, QuantityField } from '../model/index.ts';
import { orderWords } from '../texts/index.ts';
import styles from '../editor/Editor.module.css';
import { type LineActions, quantityAction } from './line-props.ts';
import { LinesGrid } from './LinesGrid.tsx';
import { type AddedProduct, ProductAdder } from './ProductAdder.tsx';

export interface LinesPanelProps {
  readonly lines: readonly LineView[];
  readonly draft: OrderDraft;
  /** The open quantity; null: nothing is typed here. */
  readonly field: QuantityField | null;
  /** Lines may be added and taken out. */
  readonly growable: boolean;
  /** The order's version that changes are made of; null: of a new one. */
  readonly version: number | null;
  readonly act: (action: DraftAction) => void;
  /** Where the saved lines come from; undefined: there are none yet. */
  readonly source: Source | undefined;
  /** Suggestions could not be asked for. */
  readonly failed: boolean;
  readonly onRetry: () => void;
}

/** The lines of an order, and the way to add some. */
export function LinesPanel(props: LinesPanelProps) {
  const { lines, field, growable, act, version } = props;
  const texts = useTexts(orderWords);
  const { show } = useToasts();
  const panel = useRef<HTMLDivElement>(null);
  const adder = useRef<HTMLDivElement>(null);
  const focusLine = useFocusLine(panel, lines);
  const actions = useLineActions(props);
  const add = (products: readonly AddedProduct[]) => {
    act({ type: 'add', products: products.map(({ label }) => label), version });
    for (const { label, quantity } of products) {
      if (quantity !== undefined) act({ type: 'quantity', productId: label.productId, quantity, was: null, version });
    }
    const [only, ...more] = products;
    const there = lines.find(({ productId }) => productId === only?.label.productId);
    if (there !== undefined && more.length === 0) show({ text: texts.alreadyThere(there.name) });
    if (only !== undefined && more.length === 0) focusLine(only.label.productId);
  };
  return (
    <div ref={panel}>
      <Panel
        title={texts.linesTitle}
        source={props.source}
        {...(field === null ? {} : { definition: texts.linesHint })}
      >
        {growable ? <ProductAdder onAdd={add} place={adder} /> : null}
        {props.failed ? (
          <p className={`${styles.message} ${styles.adder}`} role="alert">
            {texts.notLoaded}
            <Button onPress={props.onRetry}>{texts.retry}</Button>
          </p>
        ) : null}
        {lines.length === 0 ? (
          <div className={styles.empty}>
            <strong>{texts.noLines}</strong>
            {growable ? <span>{texts.noLinesHelp}</span> : null}
          </div>
        ) : (
          <LinesGrid
            lines={lines}
            field={field}
            removable={growable}
            onPastEnd={() => adder.current?.querySelector('input')?.focus()}
            {...actions}
          />
        )}
      </Panel>
    </div>
  );
}

/** Stable functions: a line is drawn again only where it changed. */
function useLineActions({ act, field, version, draft }: LinesPanelProps): LineActions {
  const texts = useTexts(orderWords);
  const { show } = useToasts();
  const latest = useRef({ act, field, version, draft });
  useEffect(() => {
    latest.current = { act, field, version, draft };
  });
  return useMemo(
    () => ({
      onQuantity: (line, quantity) => {
        const now = latest.current;
        if (now.field !== null) now.act(quantityAction(line, quantity, { field: now.field, version: now.version }));
      },
      onRemove: ({ productId, name }) => {
        const now = latest.current;
        const at = now.draft.lines.findIndex((line) => line.productId === productId);
        const line = now.draft.lines[at];
        now.act({ type: 'remove', productId, version: now.version });
        const undo = () => latest.current.act({ type: 'restore', productId, line, at: Math.max(at, 0) });
        show({ text: texts.removed(name), undo });
      },
    }),
    [texts, show],
  );
}

/** Puts the keyboard into the quantity of a line as soon as it is on screen. */
function useFocusLine(panel: RefObject<HTMLElement | null>, lines: readonly LineView[]) {
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    const row = panel.current?.querySelector(`[data-line="${CSS.escape(wanted)}"]`);
    const cell = [...(row?.querySelectorAll('input') ?? [])].at(-1);
    if (cell === undefined) return;
    cell.focus();
    setWanted(null);
  }, [panel, wanted, lines]);
  return setWanted;
}

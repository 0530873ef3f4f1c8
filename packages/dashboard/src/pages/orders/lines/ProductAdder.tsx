import { useMutation } from '@tanstack/react-query';
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useDeferredValue, useMemo, useState } from 'react';
import { ComboField, failureText, useAsk, useLocale, useTexts } from '../kit.ts';
import { isRows, type PastedRow, type ProductLabel, readPasted } from '../model/index.ts';
import { orderWords } from '../texts/index.ts';
import styles from '../editor/Editor.module.css';
import { findByCodes, labelOfProduct, productOfCode } from './find-products.ts';
import { decimalMark } from './line-props.ts';

/** A product to add, and how much of it where that is known. */
export interface AddedProduct {
  readonly label: ProductLabel;
  readonly quantity: string | undefined;
}

export interface ProductAdderProps {
  readonly onAdd: (products: readonly AddedProduct[]) => void;
  /** Holds the field: the keyboard comes back to it. */
  readonly place: RefObject<HTMLDivElement | null>;
}

const LISTED = 20;

/** Finds products by what is typed, and adds them; a sheet's rows can be pasted. */
export function ProductAdder({ onAdd, place }: ProductAdderProps) {
  const texts = useTexts(orderWords);
  const { tag } = useLocale();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const found = useAsk('buscarProductos', { query: { q: wanted, limite: LISTED } }, { enabled: wanted !== '' });
  const products = useMemo(() => (wanted === '' ? [] : (found.data?.body.datos ?? [])), [wanted, found.data]);
  const options = useMemo(
    () =>
      products.map(({ id, descripcion, codigo, categoria }) => ({
        id,
        name: descripcion,
        note: `${codigo} · ${categoria}`,
      })),
    [products],
  );
  const paste = usePastedRows(onAdd);
  const add = (id: string | null) => {
    const product = products.find((one) => one.id === id);
    if (product === undefined) return;
    setText('');
    onAdd([{ label: labelOfProduct(product), quantity: undefined }]);
  };
  /** A code that is typed whole, or scanned, needs no choice from the list. */
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const { target, key } = event;
    if (key !== 'Enter' || !(target instanceof HTMLInputElement) || text.trim() === '') return;
    if (target.getAttribute('aria-activedescendant')) return;
    event.preventDefault();
    event.stopPropagation();
    const product =
      productOfCode(products, text) ?? (products.length === 1 && !found.isPlaceholderData ? products[0] : undefined);
    if (product !== undefined) add(product.id);
    else paste.run([{ code: text.trim(), quantity: undefined }], () => setText(''));
  };
  const pasted = (event: ClipboardEvent<HTMLElement>) => {
    const clip = event.clipboardData.getData('text');
    if (!isRows(clip)) return;
    event.preventDefault();
    event.stopPropagation();
    paste.run(readPasted(clip, decimalMark(tag)), () => setText(''));
  };
  return (
    <div ref={place} className={styles.adder} onKeyDownCapture={press} onPasteCapture={pasted}>
      <ComboField
        label={texts.addLabel}
        hint={texts.addHint}
        placeholder={texts.addPlaceholder}
        options={options}
        value={null}
        onChange={add}
        text={text}
        onText={setText}
        loading={found.isFetching}
      />
      <p className={styles.message} role="status">
        {paste.message}
      </p>
    </div>
  );
}

/** Looks codes up and adds their products; says which there are none of. */
function usePastedRows(onAdd: ProductAdderProps['onAdd']) {
  const texts = useTexts(orderWords);
  const { numbers, texts: common } = useLocale();
  const lookUp = useMutation({ mutationFn: (rows: readonly PastedRow[]) => findByCodes(rows.map(({ code }) => code)) });
  const [message, setMessage] = useState('');
  const run = (rows: readonly PastedRow[], onFound: () => void) => {
    setMessage('');
    lookUp.mutate(rows, {
      onError: (error) => setMessage(failureText(error, common).title),
      onSuccess: (products) => {
        const added = rows.flatMap(({ code, quantity }) => {
          const product = products.get(code);
          return product === undefined ? [] : [{ label: labelOfProduct(product), quantity }];
        });
        const missing = rows.flatMap(({ code }) => (products.has(code) ? [] : [code]));
        if (added.length > 0) {
          onAdd(added);
          onFound();
        }
        const count = added.length > 1 ? texts.pasted(added.length, numbers.whole(added.length)) : '';
        setMessage([count, missing.length === 0 ? '' : texts.notPasted(missing.join(', '))].filter(Boolean).join(' '));
      },
    });
  };
  return { run, message };
}

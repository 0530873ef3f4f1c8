import { useMemo } from 'react';
import { useStoreName } from '../../../hooks/index.ts';
import { useLocale, useTexts } from '../../../i18n/index.ts';
import { type Column, DataTable, writeCell } from '../../table/index.ts';
import { Tag } from '../Tag.tsx';
import { words } from '../texts.ts';
import { type ApiKey, keyState } from './key-state.ts';

export interface KeysTableProps {
  readonly keys: readonly ApiKey[];
  /** Whose a key is; without it they are all one's own. */
  readonly nameOf?: (userId: string) => string;
  readonly onOpen: (id: string) => void;
}

/** API keys, each with what it may do and whether it still does. */
export function KeysTable({ keys, nameOf, onOpen }: KeysTableProps) {
  const texts = useTexts(words);
  const locale = useLocale();
  const storeName = useStoreName();
  const columns = useMemo(() => {
    const { roles } = locale.texts.shell;
    const whose: readonly Column<ApiKey>[] =
      nameOf === undefined
        ? []
        : [{ id: 'persona', header: texts.owner, kind: 'text', value: ({ usuario_id: id }) => nameOf(id) }];
    const all: readonly Column<ApiKey>[] = [
      { id: 'nombre', header: texts.keyName, kind: 'text', value: ({ nombre }) => nombre },
      ...whose,
      {
        id: 'estado',
        header: texts.state,
        kind: 'text',
        width: 13,
        value: (key) => texts.states[keyState(key, Date.now())],
        cell: (key) => <StateTag apiKey={key} />,
      },
      { id: 'prefijo', header: texts.prefix, kind: 'text', width: 12, minor: true, value: ({ prefijo }) => prefijo },
      {
        id: 'rol',
        header: texts.keyRole,
        kind: 'text',
        value: ({ rol }) => (rol === null ? texts.asOwner : roles[rol]),
      },
      {
        id: 'tiendas',
        header: texts.stores,
        kind: 'text',
        value: ({ ubicaciones: ids }) => (ids === null ? texts.allStores : ids.map(storeName).join(', ')),
      },
      {
        id: 'uso',
        header: texts.lastUse,
        kind: 'instant',
        value: ({ ultimo_uso }) => ultimo_uso,
        cell: ({ ultimo_uso: used }) => (used === null ? texts.never : writeCell(used, 'instant', locale)),
      },
      { id: 'expira', header: texts.expires, kind: 'instant', value: ({ expira }) => expira },
    ];
    return all;
  }, [texts, locale, nameOf, storeName]);
  return (
    <DataTable label={texts.keys} rows={keys} columns={columns} rowId={({ id }) => id} onRow={({ id }) => onOpen(id)} />
  );
}

export function StateTag({ apiKey }: { readonly apiKey: ApiKey }) {
  const texts = useTexts(words);
  const state = keyState(apiKey, Date.now());
  return <Tag tone={state === 'activa' ? 'good' : 'over'} text={texts.states[state]} />;
}

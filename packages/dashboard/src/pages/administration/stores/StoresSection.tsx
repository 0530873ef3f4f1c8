import { useMemo } from 'react';
import {
  Answer,
  Button,
  DataTable,
  EmptyState,
  Panel,
  Tag,
  TableSkeleton,
  TextField,
  useAsk,
  useChangeSearch,
  useTexts,
  type Column,
} from '../kit.ts';
import { NEW, people, type Store, type View } from '../model/index.ts';
import { storeWords } from '../texts/index.ts';
import styles from '../Administration.module.css';
import { StoreDialog } from './StoreDialog.tsx';

/** The masters of stores and distribution centres. */
export function StoresSection({ view }: { readonly view: View }) {
  const texts = useTexts(storeWords);
  const change = useChangeSearch();
  const stores = useAsk('listarUbicaciones', {});
  const columns = useColumns();
  const found = ({ id, codigo, nombre, ciudad, region }: Store) =>
    people.matches([id, codigo, nombre, ciudad, region], view.text);
  const none =
    view.text === '' ? (
      <EmptyState title={texts.emptyTitle} text={texts.empty} />
    ) : (
      <EmptyState
        title={texts.noneTitle}
        text={texts.noneText}
        actions={<Button onPress={() => change({ q: null })}>{texts.clear}</Button>}
      />
    );
  return (
    <Panel
      title={texts.title}
      source={stores.data?.source}
      aside={
        <div className={styles.filters}>
          <TextField
            label={texts.find}
            hideLabel
            type="search"
            placeholder={texts.find}
            value={view.text}
            onChange={(q) => change({ q: q === '' ? null : q }, { replace: true })}
          />
          <Button look="primary" onPress={() => change({ abierto: NEW })}>
            {texts.add}
          </Button>
        </div>
      }
    >
      <Answer of={stores} skeleton={<TableSkeleton rows={8} />}>
        {({ datos }) => (
          <>
            <DataTable
              label={texts.title}
              rows={datos.filter(found)}
              columns={columns}
              rowId={({ id }) => id}
              onRow={({ id }) => change({ abierto: id })}
              empty={none}
            />
            {view.open === null ? null : (
              <StoreDialog key={view.open} id={view.open} stores={datos} onClose={() => change({ abierto: null })} />
            )}
          </>
        )}
      </Answer>
    </Panel>
  );
}

function useColumns(): readonly Column<Store>[] {
  const texts = useTexts(storeWords);
  return useMemo(
    () => [
      { id: 'nombre', header: texts.name, kind: 'text', value: ({ nombre }) => nombre },
      { id: 'codigo', header: texts.code, kind: 'text', width: 10, value: ({ codigo }) => codigo },
      { id: 'id', header: texts.id, kind: 'text', width: 13, value: ({ id }) => id },
      { id: 'tipo', header: texts.kind, kind: 'text', value: ({ tipo }) => texts.kinds[tipo] },
      { id: 'ciudad', header: texts.city, kind: 'text', width: 14, value: ({ ciudad }) => ciudad },
      { id: 'region', header: texts.region, kind: 'text', width: 14, value: ({ region }) => region },
      { id: 'zona', header: texts.zone, kind: 'text', value: ({ zona_horaria: zone }) => zone },
      {
        id: 'estado',
        header: texts.state,
        kind: 'text',
        width: 13,
        value: ({ activo }) => (activo ? texts.active : texts.inactive),
        cell: ({ activo }) => <Tag tone={activo ? 'good' : 'over'} text={activo ? texts.active : texts.inactive} />,
      },
    ],
    [texts],
  );
}

import { useMemo } from 'react';
import {
  Answer,
  Button,
  DataTable,
  EmptyState,
  Panel,
  TableSkeleton,
  useAskPages,
  useChangeSearch,
  useTexts,
  type Column,
} from '../kit.ts';
import { auditQuery, detailLine, type Entry, type View } from '../model/index.ts';
import { pageWords } from '../texts/index.ts';
import { AuditFilters } from './AuditFilters.tsx';
import { EntryDialog } from './EntryDialog.tsx';

const PER_PAGE = 100;

/** What was done, the last first. */
export function AuditSection({ view }: { readonly view: View }) {
  const texts = useTexts(pageWords);
  const change = useChangeSearch();
  const query = auditQuery(view);
  const entries = useAskPages('listarAuditoria', { query: { ...query, limite: PER_PAGE } });
  const columns = useColumns();
  const clear = () => change({ persona: null, accion: null, desde: null, hasta: null });
  return (
    <Panel
      title={texts.audit.title}
      definition={texts.audit.hint}
      source={entries.data?.source}
      aside={<AuditFilters view={view} />}
    >
      <Answer
        of={entries}
        skeleton={<TableSkeleton rows={12} />}
        isEmpty={({ datos }) => datos.length === 0}
        empty={
          <EmptyState
            title={texts.audit.noneTitle}
            text={texts.audit.none}
            actions={<Button onPress={clear}>{texts.clear}</Button>}
          />
        }
      >
        {({ datos }) => {
          const opened = datos.find(({ id }) => id === view.open);
          return (
            <>
              <DataTable
                label={texts.audit.title}
                rows={datos}
                columns={columns}
                rowId={({ id }) => id}
                onRow={({ id }) => change({ abierto: id })}
                onEnd={entries.more}
                loadingMore={entries.loadingMore}
              />
              {opened === undefined ? null : <EntryDialog entry={opened} onClose={() => change({ abierto: null })} />}
            </>
          );
        }}
      </Answer>
    </Panel>
  );
}

function useColumns(): readonly Column<Entry>[] {
  const texts = useTexts(pageWords);
  return useMemo(() => {
    const { audit, actions } = texts;
    const columns: readonly Column<Entry>[] = [
      { id: 'momento', header: audit.moment, kind: 'instant', value: ({ momento }) => momento },
      { id: 'quien', header: audit.who, kind: 'text', value: ({ correo }) => correo ?? audit.nobody },
      { id: 'accion', header: audit.action, kind: 'text', value: ({ accion }) => actions[accion] },
      { id: 'objeto', header: audit.object, kind: 'text', width: 14, value: ({ objeto }) => objeto },
      { id: 'detalle', header: audit.detail, kind: 'text', width: 26, value: ({ detalle }) => detailLine(detalle) },
      {
        id: 'direccion',
        header: audit.address,
        kind: 'text',
        minor: true,
        width: 16,
        value: ({ direccion }) => direccion,
      },
    ];
    // The log has one order, the last deed first.
    return columns.map((column) => ({ ...column, sortable: false }));
  }, [texts]);
}

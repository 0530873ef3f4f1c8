import { useMemo } from 'react';
import {
  Answer,
  Button,
  DataTable,
  EmptyState,
  Panel,
  roles,
  SelectField,
  TableSkeleton,
  TextField,
  useChangeSearch,
  useLocale,
  useStoreName,
  useTexts,
} from '../kit.ts';
import { NEW, people as model, type View } from '../model/index.ts';
import { peopleWords } from '../texts/index.ts';
import { usePeople } from '../usePeople.ts';
import styles from '../Administration.module.css';
import { peopleColumns } from './columns.tsx';
import { NewPersonDialog, PersonDialog } from './dialogs.ts';

const ANY = 'cualquiera';

/** Who may sign in: found by words and role, changed in a dialog. */
export function PeopleSection({ view }: { readonly view: View }) {
  const texts = useTexts(peopleWords);
  const locale = useLocale();
  const change = useChangeSearch();
  const storeName = useStoreName();
  const { people } = usePeople();
  const columns = useMemo(() => peopleColumns({ words: texts, locale, storeName }), [texts, locale, storeName]);
  const close = () => change({ abierto: null });
  const roleOptions = [
    { id: ANY, name: texts.anyRole },
    ...roles.map((id) => ({ id, name: locale.texts.shell.roles[id] })),
  ];
  return (
    <Panel
      title={texts.title}
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
          <SelectField
            label={texts.role}
            hideLabel
            options={roleOptions}
            value={view.role ?? ANY}
            onChange={(rol) => change({ rol: rol === ANY ? null : rol })}
          />
          <Button look="primary" onPress={() => change({ abierto: NEW })}>
            {texts.add}
          </Button>
        </div>
      }
    >
      <Answer of={people} skeleton={<TableSkeleton rows={8} />}>
        {({ datos }) => (
          <>
            <DataTable
              label={texts.title}
              rows={model.peopleOf(datos, view)}
              columns={columns}
              rowId={({ id }) => id}
              onRow={({ id }) => change({ abierto: id })}
              empty={
                <EmptyState
                  title={texts.noneTitle}
                  text={texts.noneText}
                  actions={<Button onPress={() => change({ q: null, rol: null })}>{texts.clear}</Button>}
                />
              }
            />
            {view.open === null ? null : view.open === NEW ? (
              <NewPersonDialog onClose={close} onCreated={(id) => change({ abierto: id }, { replace: true })} />
            ) : (
              <PersonDialog key={view.open} person={datos.find(({ id }) => id === view.open)} onClose={close} />
            )}
          </>
        )}
      </Answer>
    </Panel>
  );
}

import {
  Answer,
  Button,
  CheckField,
  EmptyState,
  KeyDialog,
  keyState,
  KeysTable,
  Panel,
  TableSkeleton,
  useAsk,
  useChangeSearch,
  useTexts,
} from '../kit.ts';
import type { View } from '../model/index.ts';
import { PersonFilter } from '../PersonFilter.tsx';
import { pageWords } from '../texts/index.ts';
import { usePeople } from '../usePeople.ts';
import styles from '../Administration.module.css';

/** The API keys of everybody, each of which can be ended. */
export function KeysSection({ view }: { readonly view: View }) {
  const texts = useTexts(pageWords);
  const change = useChangeSearch();
  const { people, nameOf } = usePeople();
  const { person, ended, open } = view;
  const keys = useAsk('listarClaves', { query: person === null ? { de: 'todas' } : { usuario_id: person } });
  return (
    <Panel
      title={texts.keys.title}
      definition={texts.keys.hint}
      aside={
        <div className={styles.filters}>
          <CheckField
            label={texts.keys.ended}
            selected={ended}
            onChange={(all) => change({ estado: all ? 'todas' : null })}
          />
          <PersonFilter
            people={people.data?.body.datos ?? []}
            value={person}
            onChange={(next) => change({ persona: next })}
          />
        </div>
      }
    >
      <Answer of={keys} skeleton={<TableSkeleton rows={6} />}>
        {({ datos }) => {
          const shown = ended ? datos : datos.filter((key) => keyState(key, Date.now()) === 'activa');
          const opened = datos.find(({ id }) => id === open);
          const none = (
            <EmptyState
              title={texts.keys.noneTitle}
              text={texts.keys.none}
              {...(person === null
                ? {}
                : { actions: <Button onPress={() => change({ persona: null })}>{texts.clear}</Button> })}
            />
          );
          return (
            <>
              {shown.length === 0 ? (
                none
              ) : (
                <KeysTable keys={shown} nameOf={nameOf} onOpen={(id) => change({ abierto: id })} />
              )}
              {opened === undefined ? null : (
                <KeyDialog
                  apiKey={opened}
                  owner={nameOf(opened.usuario_id)}
                  onClose={() => change({ abierto: null })}
                />
              )}
            </>
          );
        }}
      </Answer>
    </Panel>
  );
}

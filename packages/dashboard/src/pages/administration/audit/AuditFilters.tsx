import { SelectField, TextField, useChangeSearch, useTexts } from '../kit.ts';
import { actions, type View } from '../model/index.ts';
import { PersonFilter } from '../PersonFilter.tsx';
import { pageWords } from '../texts/index.ts';
import { usePeople } from '../usePeople.ts';
import styles from '../Administration.module.css';

const ANY = 'todas';

/** Whose deeds, of which kind, on which days. */
export function AuditFilters({ view }: { readonly view: View }) {
  const texts = useTexts(pageWords);
  const change = useChangeSearch();
  const { people } = usePeople();
  const { audit } = texts;
  return (
    <div className={styles.filters}>
      <PersonFilter
        people={people.data?.body.datos ?? []}
        value={view.person}
        onChange={(persona) => change({ persona })}
      />
      <SelectField
        label={audit.action}
        options={[{ id: ANY, name: audit.anyAction }, ...actions.map((id) => ({ id, name: texts.actions[id] }))]}
        value={view.action ?? ANY}
        onChange={(accion) => change({ accion: accion === ANY ? null : accion })}
      />
      <TextField
        label={audit.from}
        type="date"
        value={view.from}
        onChange={(desde) => change({ desde: desde === '' ? null : desde })}
      />
      <TextField
        label={audit.to}
        type="date"
        value={view.to}
        onChange={(hasta) => change({ hasta: hasta === '' ? null : hasta })}
      />
    </div>
  );
}

import { useState } from 'react';
import {
  accountWords,
  Button,
  Dialog,
  EmptyState,
  InPersonNote,
  RefusalNote,
  refusalOf,
  useCareful,
  useDraft,
  useLocale,
  useMe,
  useTexts,
} from '../kit.ts';
import { people, type Person } from '../model/index.ts';
import { peopleWords } from '../texts/index.ts';
import styles from '../Administration.module.css';
import { PersonFields } from './PersonFields.tsx';
import { usePersonChanges } from './usePersonChanges.ts';
import { WayIn } from './WayIn.tsx';

export interface PersonDialogProps {
  /** Undefined if the address names nobody. */
  readonly person: Person | undefined;
  readonly onClose: () => void;
}

/** A person: what they may, and how they get in. */
export function PersonDialog({ person, onClose }: PersonDialogProps) {
  const texts = useTexts(peopleWords);
  if (person !== undefined) return <KnownPerson person={person} onClose={onClose} />;
  return (
    <Dialog title={texts.title} onClose={onClose} actions={<Button onPress={onClose}>{texts.close}</Button>}>
      <EmptyState title={texts.missingTitle} text={texts.missingText} />
    </Dialog>
  );
}

function KnownPerson({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const texts = useTexts(peopleWords);
  const account = useTexts(accountWords);
  const common = useLocale().texts;
  const me = useMe();
  const isOwn = me.id === person.id;
  const { form, changes, dirty, change, reset } = useDraft(`persona.${person.id}`, people.formOf(person));
  const changing = usePersonChanges();
  const [tried, setTried] = useState(false);
  const [secret, setSecret] = useState(false);
  const careful = useCareful(secret, onClose);
  // An API key changes no administrator, and makes none.
  const locked = !me.inPerson && (person.rol === 'super_admin' || form.rol === 'super_admin');
  const refusal = refusalOf(changing.error, ['nombre', 'rol', 'ubicaciones'], account, common);
  const nameMissing = tried && people.missingIn(form).includes('nombre');
  const errors = nameMissing ? { ...refusal.fields, nombre: texts.missing.nombre } : refusal.fields;
  const save = () => {
    setTried(true);
    const done = () => {
      reset();
      onClose();
    };
    if (form.nombre.trim() !== '' && !changing.pending) changing.run(person, changes, done);
  };
  return (
    <Dialog
      title={person.nombre}
      onClose={careful.close}
      actions={
        <>
          {dirty ? (
            <Button look="quiet" onPress={reset}>
              {texts.discard}
            </Button>
          ) : null}
          <Button look="primary" isDisabled={!dirty || locked} onPress={save}>
            {changing.pending ? texts.saving : texts.save}
          </Button>
        </>
      }
    >
      <p className={styles.mail}>{person.correo}</p>
      {isOwn ? <p role="note">{texts.ownNote}</p> : null}
      {locked ? <p role="note">{texts.adminNote}</p> : null}
      <PersonFields
        form={form}
        errors={errors}
        powersLocked={isOwn}
        isDisabled={!me.inPerson && person.rol === 'super_admin'}
        onChange={(patch) => {
          change(patch);
          changing.forget();
        }}
      />
      <RefusalNote text={refusal.text} />
      <h3 className={styles.subtitle}>{texts.entry}</h3>
      {isOwn ? <p>{texts.ownEntry}</p> : null}
      {!isOwn && !me.inPerson ? <InPersonNote /> : null}
      {isOwn || !me.inPerson ? null : <WayIn person={person} onSecret={setSecret} />}
      {careful.warned ? <RefusalNote text={account.closeWarning} /> : null}
    </Dialog>
  );
}

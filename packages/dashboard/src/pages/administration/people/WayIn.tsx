import { useState } from 'react';
import {
  accountWords,
  BASE,
  Button,
  RefusalNote,
  refusalOf,
  SecretOnce,
  useLocale,
  useTell,
  useTexts,
  useToasts,
  writeCell,
} from '../kit.ts';
import type { Person } from '../model/index.ts';
import { peopleWords } from '../texts/index.ts';
import styles from '../Administration.module.css';

export interface WayInProps {
  readonly person: Person;
  /** A link is on screen that is not shown again. */
  readonly onSecret: (shown: boolean) => void;
}

/** A link to choose a password, and a second factor that was lost taken away. */
export function WayIn({ person, onSecret }: WayInProps) {
  return (
    <>
      <OneTimeLink person={person} onSecret={onSecret} />
      {person.segundo_factor === 'activo' ? <LostFactor person={person} /> : null}
    </>
  );
}

function OneTimeLink({ person, onSecret }: WayInProps) {
  const texts = useTexts(peopleWords);
  const account = useTexts(accountWords);
  const locale = useLocale();
  const link = useTell('crearEnlace', ['listarAuditoria']);
  const refusal = refusalOf(link.error, [], account, locale.texts);
  const made = link.data?.body;
  const create = () =>
    !link.isPending && link.mutate({ params: { id: person.id } }, { onSuccess: () => onSecret(true) });
  return (
    <>
      {made === undefined ? null : (
        <SecretOnce
          label={texts.linkLabel}
          secret={`${location.origin}${BASE}/#enlace=${made.enlace}`}
          note={texts.linkNote(writeCell(made.caduca, 'instant', locale))}
        />
      )}
      <div className={styles.step}>
        <Button isDisabled={!person.activo} onPress={create}>
          {made === undefined ? texts.link : texts.linkAgain}
        </Button>
        <p className={styles.note}>{person.activo ? texts.linkHint : texts.linkOff}</p>
      </div>
      <RefusalNote text={refusal.text} />
    </>
  );
}

function LostFactor({ person }: { readonly person: Person }) {
  const texts = useTexts(peopleWords);
  const account = useTexts(accountWords);
  const common = useLocale().texts;
  const { show } = useToasts();
  const [sure, setSure] = useState(false);
  const remove = useTell('quitarSegundoFactor', ['listarUsuarios', 'listarAuditoria']);
  const refusal = refusalOf(remove.error, [], account, common);
  const go = () =>
    !remove.isPending &&
    remove.mutate(
      { params: { id: person.id } },
      { onSuccess: () => show({ text: texts.factorRemoved(person.nombre) }) },
    );
  return (
    <>
      <div className={styles.step}>
        {sure ? (
          <>
            <p>{texts.removeSure}</p>
            <Button look="primary" onPress={go}>
              {texts.removeYes}
            </Button>
            <Button onPress={() => setSure(false)}>{texts.back}</Button>
          </>
        ) : (
          <Button onPress={() => setSure(true)}>{texts.removeFactor}</Button>
        )}
      </div>
      <RefusalNote text={refusal.text} />
    </>
  );
}

import {
  Answer,
  Button,
  Panel,
  TableSkeleton,
  Tag,
  useAsk,
  useLocale,
  useMe,
  useTexts,
  writeCell,
  type AnswerTo,
} from '../kit.ts';
import styles from '../Profile.module.css';
import { words } from '../texts.ts';
import { deviceOf } from './device.ts';
import { useEndSessions } from './useEndSessions.ts';

type Session = AnswerTo<'listarSesiones'>['datos'][number];

/** Where the person is signed in. */
export function SessionsPanel() {
  const { sessions: texts } = useTexts(words);
  const { inPerson } = useMe();
  const sessions = useAsk('listarSesiones', {});
  const { ending, end } = useEndSessions();
  const shown = (sessions.data?.body.datos ?? []).filter(({ id }) => !ending.includes(id));
  const others = shown.filter(({ actual }) => !actual);
  return (
    <Panel
      title={texts.title}
      definition={texts.hint}
      aside={
        inPerson && others.length > 1 ? (
          <Button onPress={() => end(others.map(({ id }) => id))}>{texts.endOthers}</Button>
        ) : null
      }
    >
      <Answer
        of={sessions}
        skeleton={<TableSkeleton rows={2} />}
        isEmpty={({ datos }) => datos.length === 0}
        empty={<p className={styles.body}>{texts.none}</p>}
      >
        {() => (
          <ul className={styles.sessions}>
            {shown.map((session) => (
              <OneSession
                key={session.id}
                session={session}
                {...(inPerson && !session.actual ? { onEnd: () => end([session.id]) } : {})}
              />
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

function OneSession({ session, onEnd }: { readonly session: Session; readonly onEnd?: () => void }) {
  const { sessions: texts } = useTexts(words);
  const locale = useLocale();
  const { agente, direccion, creada, ultimo_uso: used, actual } = session;
  const device = deviceOf(agente);
  const name = device === null ? (agente ?? texts.unknown) : texts.on(device.browser, device.system);
  const opened = writeCell(creada, 'instant', locale);
  return (
    <li>
      <div className={styles.sessionWords}>
        <p>
          <strong>{name}</strong> {actual ? <Tag tone="good" text={texts.here} /> : null}
        </p>
        <p className={styles.note}>
          {direccion === null ? '' : `${texts.from} ${direccion} · `}
          {texts.opened}: {opened}
          {used === null ? '' : ` · ${texts.used}: ${writeCell(used, 'instant', locale)}`}
        </p>
      </div>
      {onEnd === undefined ? null : (
        <Button aria-label={texts.endLabel(name, opened)} onPress={onEnd}>
          {texts.end}
        </Button>
      )}
    </li>
  );
}

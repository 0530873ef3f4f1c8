import { Answer, Button, Panel, TableSkeleton, useAskPages, useLocale, useTexts, writeCell } from '../kit.ts';
import { historyWords } from '../texts/index.ts';
import { ChangeWords } from './ChangeWords.tsx';
import { eventsOf, type OrderChange, type OrderEvent } from './events.ts';
import styles from './History.module.css';

/** More lines at once are told when they are asked for. */
const MOST_LINES = 6;

/** Each change of an order: when, by whom, and what. */
export function HistoryPanel({ orderId }: { readonly orderId: string }) {
  const texts = useTexts(historyWords);
  const changes = useAskPages('historialPedido', { params: { id: orderId }, query: { limite: 200 } });
  const { more } = changes;
  return (
    <Panel title={texts.title} definition={texts.hint} source={changes.data?.source}>
      <Answer of={changes} skeleton={<TableSkeleton rows={4} />}>
        {({ datos }) => (
          <ol className={styles.events}>
            {eventsOf(datos).map((event) => (
              <Event key={event.id} event={event} />
            ))}
          </ol>
        )}
      </Answer>
      {more === undefined ? null : (
        <div className={styles.more}>
          <Button onPress={more} isDisabled={changes.loadingMore}>
            {texts.more}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function Event({ event }: { readonly event: OrderEvent }) {
  const texts = useTexts(historyWords);
  const locale = useLocale();
  const lines = event.changes.filter(({ product }) => product !== null);
  const others = event.changes.filter(({ product }) => product === null);
  return (
    <li className={styles.event}>
      <p className={styles.when}>
        <time dateTime={event.moment}>{writeCell(event.moment, 'instant', locale)}</time>
        <span>{event.person ?? texts.somebody}</span>
      </p>
      {lines.length > MOST_LINES ? (
        <>
          <Changes changes={others} />
          <details className={styles.details}>
            <summary>{texts.lines(lines.length, locale.numbers.whole(lines.length))}</summary>
            <Changes changes={lines} />
          </details>
        </>
      ) : (
        <Changes changes={event.changes} />
      )}
    </li>
  );
}

function Changes({ changes }: { readonly changes: readonly OrderChange[] }) {
  if (changes.length === 0) return null;
  return (
    <ul className={styles.changes}>
      {changes.map((change) => (
        <li key={change.key}>
          <ChangeWords change={change} />
        </li>
      ))}
    </ul>
  );
}

import { Allowed, Answer, Button, Panel, useAsk, useChangeSearch, useFilters, useLocale, useTexts } from '../kit.ts';
import { useState } from 'react';
import { countGaps, dayValue, isMoving, neighbour, type Calendar, type LoadsView } from '../model/index.ts';
import { DayDialog } from '../day/DayDialog.tsx';
import { words } from '../texts.ts';
import { CalendarContent, CalendarSkeleton } from './parts.ts';
import { useRecover } from './useRecover.ts';

/** Loads that run change the calendar within seconds; else it is enough to look now and then. */
const SOON_MS = 3_000;
const NOW_AND_THEN_MS = 60_000;

/** Which days' sales are in, and one press to have the others loaded again. */
export function CalendarPanel({ view }: { readonly view: LoadsView }) {
  const texts = useTexts(words);
  const change = useChangeSearch();
  const { stores } = useFilters().filters;
  const [moving, setMoving] = useState(false);
  const { range, day } = view;
  const query = {
    ...(range === null ? {} : { fecha_inicio: range.from, fecha_fin: range.to }),
    ...(stores.length === 0 ? {} : { ubicacion_id: [...stores] }),
  };
  const calendar = useAsk('verCalendarioCargas', { query }, { everyMs: moving ? SOON_MS : NOW_AND_THEN_MS });
  const body = calendar.data?.body;
  const now = body !== undefined && isMoving(body);
  if (now !== moving) setMoving(now);
  return (
    <Panel
      title={texts.calendar}
      definition={texts.calendarHint}
      source={calendar.data?.source}
      aside={body === undefined ? null : <Days calendar={body} />}
    >
      <Answer of={calendar} skeleton={<CalendarSkeleton />}>
        {(answer) => (
          <>
            <CalendarContent
              calendar={answer}
              recover={<RecoverButton calendar={answer} stores={stores} />}
              onOpen={(storeId, date) => change({ dia: dayValue({ storeId, date }) })}
            />
            {day === null ? null : <DayDialog calendar={answer} open={day} onClose={() => change({ dia: null })} />}
          </>
        )}
      </Answer>
    </Panel>
  );
}

/** Which days are on screen, and the way to others. */
function Days({ calendar }: { readonly calendar: Calendar }) {
  const texts = useTexts(words);
  const { dates } = useLocale();
  const change = useChangeSearch();
  const earlier = neighbour(calendar, 'earlier');
  const later = neighbour(calendar, 'later');
  const go = (range: { readonly from: string; readonly to: string } | null) =>
    change({ desde: range?.from ?? null, hasta: range?.to ?? null, dia: null });
  return (
    <>
      <span>{dates.range({ from: calendar.fecha_inicio, to: calendar.fecha_fin })}</span>
      <Button onPress={() => go(earlier)}>{texts.earlier}</Button>
      <Button isDisabled={later === null} onPress={() => go(later)}>
        {texts.later}
      </Button>
      {later === null ? null : <Button onPress={() => go(null)}>{texts.latest}</Button>}
    </>
  );
}

function RecoverButton({ calendar, stores }: { readonly calendar: Calendar; readonly stores: readonly string[] }) {
  const texts = useTexts(words);
  const { numbers } = useLocale();
  const recover = useRecover();
  const gaps = countGaps(calendar);
  if (gaps === 0) return null;
  return (
    <Allowed role="gestor_abastecimiento" otherwise={null}>
      <Button
        look="primary"
        isDisabled={recover.pending}
        onPress={() => recover.run({ from: calendar.fecha_inicio, to: calendar.fecha_fin }, stores)}
      >
        {recover.pending ? texts.recovering : texts.recover(gaps, numbers.whole(gaps))}
      </Button>
    </Allowed>
  );
}

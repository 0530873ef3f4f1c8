import { Sparkline } from '../../../charts/index.ts';
import type { AnswerTo, Told } from '../../../client/index.ts';
import { Kpi } from '../../../components/index.ts';
import { change } from '../../../figures/index.ts';
import { useAsk } from '../../../hooks/index.ts';
import type { SummaryInput } from '../input.ts';
import { answeredRange, comparedRanges, coursesOf, daysQuery } from '../model/index.ts';
import { type Totals, useCards } from './useCards.ts';

export interface SalesKpisProps extends SummaryInput {
  readonly totals: Told<AnswerTo<'resumirVentas'>>;
}

/** The period's sales in five figures, each with what it was before and a year ago. */
export function SalesKpis({ totals: { body, source }, range, data, queries }: SalesKpisProps) {
  const daily = useAsk('compararVentasPorDia', { query: { ...queries.sales, ...daysQuery(range) } }).data?.body;
  // Of the days that the figures are of: those asked for may still be on their way.
  const compared = comparedRanges(answeredRange(body.rango) ?? range, data);
  const days = daily === undefined ? [] : coursesOf(answeredRange(daily.rango) ?? range, data, daily.datos);
  const period = (name: Totals['periodo']) => body.datos.find(({ periodo }) => periodo === name);
  const now = period('actual');
  const { cards, names } = useCards(now);
  const before = compared.previous === null ? undefined : period('anterior');
  const year = compared.year === null ? undefined : period('anio_anterior');
  return cards.map(({ id, label, definition, of, parts, write, day, note }) => {
    const value = now === undefined ? null : of(now);
    const held = (name: string, other: Totals | undefined) => {
      const then = other === undefined ? null : of(other);
      return { name, before: then === null ? null : write(then), change: change(value, then) };
    };
    return (
      <Kpi
        key={id}
        main={id === 'sales'}
        label={label}
        value={value === null ? null : parts(value)}
        changes={[held(names.previous, before), held(names.lastYear, year)]}
        definition={definition}
        source={source}
        {...(note === undefined ? {} : { note })}
        course={<Sparkline figures={days.map((row) => (row === null ? null : day(row)))} />}
      />
    );
  });
}

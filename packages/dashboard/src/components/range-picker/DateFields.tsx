import { CalendarDays } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Button, DateInput, DateRangePicker, DateSegment, FieldError, Group } from 'react-aria-components';
import { useLocale } from '../../i18n/index.ts';
import type { DateRange } from '../../range/index.ts';
import { CalendarPopover } from './Calendar.tsx';
import styles from './RangePicker.module.css';
import { toDraft, useRangeDraft } from './useRangeDraft.ts';

export interface DateFieldsProps {
  readonly range: DateRange;
  /** The days that the calendar offers. */
  readonly limits: DateRange;
  readonly onChoose: (range: DateRange) => void;
}

/**
 * Two date fields with a calendar. Typed dates apply only on Enter or on leaving the field, because a half-typed year is
 * also a valid year; picked dates apply at once. Give it a new `key` when the range changes from outside.
 */
export function DateFields({ range, limits, onChoose }: DateFieldsProps) {
  const { texts, dates } = useLocale();
  const [open, setOpen] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  const { draft, problem, note, pick, finish, reset, beforeLeaving } = useRangeDraft({ range, limits, onChoose });
  const onKeyDown = (event: KeyboardEvent) => {
    if (open) return;
    if (event.key === 'Enter') finish(fields.current);
    if (event.key === 'Escape') reset();
  };
  return (
    <DateRangePicker
      className={styles.field ?? ''}
      aria-label={texts.range.custom}
      shouldForceLeadingZeros
      value={draft}
      isInvalid={problem !== null}
      onChange={open ? pick : note}
      onBlur={() => open || finish(fields.current)}
      isOpen={open}
      onOpenChange={setOpen}
      minValue={toDraft(limits).start}
      maxValue={toDraft(limits).end}
    >
      {/* In the capture phase: the segments stop key events from bubbling. */}
      <Group
        ref={fields}
        className={[styles.group, problem === null ? '' : styles.refused].join(' ')}
        onKeyDownCapture={onKeyDown}
        onBlurCapture={beforeLeaving}
      >
        <Segments slot="start" />
        <span className={styles.dash} aria-hidden="true">
          –
        </span>
        <Segments slot="end" />
        <Button className={styles.open ?? ''} aria-label={texts.range.openCalendar}>
          <CalendarDays size={17} aria-hidden="true" />
        </Button>
      </Group>
      <div role="alert" className={styles.alert}>
        {problem === null ? null : (
          <FieldError className={styles.problem ?? ''}>
            {texts.range.problems[problem](dates.day(limits.from), dates.day(limits.to))}
          </FieldError>
        )}
      </div>
      <CalendarPopover />
    </DateRangePicker>
  );
}

function Segments({ slot }: { readonly slot: 'start' | 'end' }) {
  return (
    <DateInput slot={slot} className={styles.input ?? ''}>
      {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
    </DateInput>
  );
}

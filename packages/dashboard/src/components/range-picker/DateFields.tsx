import { CalendarDays } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Button, DateInput, DateRangePicker, DateSegment, Group } from 'react-aria-components';
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
  const { texts } = useLocale();
  const [open, setOpen] = useState(false);
  const { draft, note, commit } = useRangeDraft(range, onChoose);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !open) commit(draft);
  };
  return (
    <DateRangePicker
      className={styles.field ?? ''}
      aria-label={texts.range.custom}
      shouldForceLeadingZeros
      value={draft}
      onChange={(value) => {
        const next = note(value);
        if (open) commit(next);
      }}
      onBlur={() => open || commit(draft)}
      isOpen={open}
      onOpenChange={setOpen}
      minValue={toDraft(limits).start}
      maxValue={toDraft(limits).end}
    >
      {/* In the capture phase: the segments stop key events from bubbling. */}
      <Group className={styles.group ?? ''} onKeyDownCapture={onKeyDown}>
        <Segments slot="start" />
        <span className={styles.dash} aria-hidden="true">
          –
        </span>
        <Segments slot="end" />
        <Button className={styles.open ?? ''} aria-label={texts.range.openCalendar}>
          <CalendarDays size={17} aria-hidden="true" />
        </Button>
      </Group>
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

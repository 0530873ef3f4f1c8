import { ChevronDown } from 'lucide-react';
import { useRef } from 'react';
import { DialogTrigger, Popover } from 'react-aria-components';
import { useLocale, useTexts } from '../../i18n/index.ts';
import { Button } from '../button/Button.tsx';
import { ChoiceList, type ChoiceListProps } from './ChoiceList.tsx';
import styles from './FilterBar.module.css';
import { words } from './texts.ts';

/** One of the things to choose from. */
export interface ChoiceItem {
  readonly id: string;
  readonly name: string;
  /** Told beside the name, more quietly, and found by the search too. */
  readonly hint?: string;
}

export interface ChoiceProps extends Omit<ChoiceListProps, 'onChange'> {
  /** On the button while nothing is chosen, which means all. */
  readonly all: string;
  /** The name of the only one that is chosen; null while it is unknown. */
  readonly single: string | null;
  /** `replace`: one more change in the same list, that needs no entry of its own in the history. */
  readonly onChange: (selected: readonly string[], options: { readonly replace: boolean }) => void;
}

/** A button that says what is chosen, and opens the list to choose from. Each choice holds at once. */
export function Choice({ all, single, onChange, ...list }: ChoiceProps) {
  const texts = useTexts(words);
  const { numbers } = useLocale();
  const changed = useRef(false);
  const { label, selected } = list;
  const count = selected.length;
  const shown = count === 0 ? all : count === 1 && single !== null ? single : texts.chosen(numbers.whole(count));
  const change = (next: readonly string[]) => {
    onChange(next, { replace: changed.current });
    changed.current = true;
  };
  return (
    <DialogTrigger onOpenChange={() => (changed.current = false)}>
      <Button aria-label={`${label}: ${shown}`}>
        {count === 0 ? null : <span className={styles.dot} aria-hidden="true" />}
        <span className={styles.chosen}>
          {count > 0 ? null : <span className={styles.short}>{label}</span>}
          <span className={count > 0 ? undefined : styles.long}>{count > 1 ? `${label}: ${shown}` : shown}</span>
        </span>
        <ChevronDown size={15} aria-hidden="true" />
      </Button>
      <Popover className={styles.popover ?? ''} aria-label={label} placement="bottom start" offset={6}>
        <div className={styles.dialog}>
          <ChoiceList {...list} onChange={change} />
        </div>
      </Popover>
    </DialogTrigger>
  );
}

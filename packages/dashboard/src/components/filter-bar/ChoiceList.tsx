import { Check, Search } from 'lucide-react';
import { use } from 'react';
import {
  Autocomplete,
  Input,
  ListBox,
  ListBoxItem,
  OverlayTriggerStateContext,
  SearchField,
  useFilter,
  type Selection,
} from 'react-aria-components';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../button/Button.tsx';
import type { ChoiceItem } from './Choice.tsx';
import styles from './FilterBar.module.css';
import { words } from './texts.ts';

/** Where the list is found by asking the server. */
export interface ServerSearch {
  readonly text: string;
  readonly onText: (text: string) => void;
}

export interface ChoiceListProps {
  readonly label: string;
  readonly searchLabel: string;
  readonly items: readonly ChoiceItem[];
  readonly selected: readonly string[];
  readonly onChange: (selected: readonly string[]) => void;
  /** Why the list is not there. */
  readonly state?: 'ready' | 'waiting' | 'failed';
  /** Without it the words typed are looked for in the items. */
  readonly search?: ServerSearch;
}

/** A list to choose several things from, with words to find them by. */
export function ChoiceList(props: ChoiceListProps) {
  const { label, searchLabel, items, selected, onChange, state = 'ready', search } = props;
  const texts = useTexts(words);
  const overlay = use(OverlayTriggerStateContext);
  const { contains } = useFilter({ sensitivity: 'base' });
  const choose = (selection: Selection) => {
    if (selection === 'all') return;
    const next = new Set(selection);
    // What is chosen and not in the list at the moment, another search's answer, stays chosen.
    const listed = new Set(items.map(({ id }) => id));
    const kept = selected.filter((id) => next.has(id) || !listed.has(id));
    onChange([...kept, ...items.map(({ id }) => id).filter((id) => next.has(id) && !selected.includes(id))]);
  };
  const note = { ready: texts.none, waiting: texts.waiting, failed: texts.failed }[state];
  return (
    <Autocomplete
      {...(search === undefined ? { filter: contains } : { inputValue: search.text, onInputChange: search.onText })}
      disableAutoFocusFirst
    >
      <SearchField className={styles.search ?? ''} aria-label={searchLabel} autoFocus>
        <Search size={16} aria-hidden="true" />
        <Input className={styles.searchInput ?? ''} placeholder={searchLabel} />
      </SearchField>
      <div className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
        <ListBox
          className={styles.list ?? ''}
          aria-label={label}
          items={items}
          selectionMode="multiple"
          // It closes the list, as everywhere; what was chosen stays.
          escapeKeyBehavior="none"
          selectedKeys={selected}
          onSelectionChange={choose}
          renderEmptyState={() => <p className={styles.note}>{note}</p>}
        >
          {(item) => (
            <ListBoxItem className={styles.item ?? ''} textValue={[item.name, item.hint].filter(Boolean).join(' ')}>
              <span className={styles.box} aria-hidden="true">
                <Check size={13} />
              </span>
              <span>{item.name}</span>
              {item.hint === undefined ? null : <span className={styles.hint}>{item.hint}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </div>
      <div className={styles.foot}>
        <Button look="quiet" isDisabled={selected.length === 0} onPress={() => onChange([])}>
          {texts.clear}
        </Button>
        <Button look="primary" onPress={() => overlay?.close()}>
          {texts.done}
        </Button>
      </div>
    </Autocomplete>
  );
}

import { useMemo } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { SelectField, TextField, useAsk, useChangeSearch, useTexts } from '../kit.ts';
import { type OrderFilters, orderFiltersPatch, orderStates, sourceValue } from '../model/index.ts';
import { listWords, shared } from '../texts/index.ts';
import styles from './OrdersPage.module.css';

const ANY = 'cualquiera';

/** Which orders are on screen: their states, whom they ask, and the days on which they were written. */
export function OrderFiltersBar({ filters }: { readonly filters: OrderFilters }) {
  const texts = useTexts(listWords);
  const changeSearch = useChangeSearch();
  const change = (patch: Partial<OrderFilters>) => changeSearch(orderFiltersPatch(patch));
  return (
    <div className={styles.filters}>
      <StateChips states={filters.states} onChange={(states) => change({ states })} />
      <div className={styles.fields}>
        <div>
          <SourceField value={filters.source} onChange={(source) => change({ source })} />
        </div>
        <TextField label={texts.from} type="date" value={filters.from} onChange={(from) => change({ from })} />
        <TextField label={texts.to} type="date" value={filters.to} onChange={(to) => change({ to })} />
      </div>
    </div>
  );
}

interface StateChipsProps {
  readonly states: OrderFilters['states'];
  readonly onChange: (states: OrderFilters['states']) => void;
}

/** Any number of states; none of them means all. */
function StateChips({ states, onChange }: StateChipsProps) {
  const texts = useTexts(listWords);
  const { states: names } = useTexts(shared);
  return (
    <ToggleButtonGroup
      className={styles.chips ?? ''}
      aria-label={texts.statesLabel}
      selectionMode="multiple"
      selectedKeys={states}
      onSelectionChange={(keys) => onChange(orderStates.filter((state) => keys.has(state)))}
    >
      {orderStates.map((state) => (
        <ToggleButton key={state} id={state} className={styles.chip ?? ''}>
          {names[state]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function SourceField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const texts = useTexts(listWords);
  const { source: label, kinds } = useTexts(shared);
  const sources = useAsk('listarOrigenesPedido', {});
  const rows = sources.data?.body.datos;
  const options = useMemo(
    () => [
      { id: ANY, name: texts.anySource },
      ...(rows ?? []).map((source) => ({ id: sourceValue(source), name: source.nombre, note: kinds[source.tipo] })),
    ],
    [rows, texts, kinds],
  );
  const known = options.some(({ id }) => id === value);
  return (
    <SelectField
      label={label}
      options={options}
      value={known ? value : ANY}
      onChange={(next) => onChange(next === ANY ? '' : next)}
    />
  );
}

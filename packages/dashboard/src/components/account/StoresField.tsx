import { Check } from 'lucide-react';
import { useState } from 'react';
import { Checkbox, CheckboxGroup, Label, useFilter } from 'react-aria-components';
import { useAsk } from '../../hooks/index.ts';
import { useLocale, useTexts } from '../../i18n/index.ts';
import { TextField } from '../fields/TextField.tsx';
import styles from './Account.module.css';
import { words } from './texts.ts';

/** More than fit at a glance are found by typing. */
const AT_A_GLANCE = 8;

export interface StoresFieldProps {
  readonly value: readonly string[];
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly isDisabled?: boolean;
  readonly onChange: (stores: readonly string[]) => void;
}

/** Any number of the stores that the person on screen sees. */
export function StoresField({ value, hint, error, isDisabled = false, onChange }: StoresFieldProps) {
  const texts = useTexts(words);
  const { numbers } = useLocale();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [text, setText] = useState('');
  const stores = useAsk('listarUbicaciones', {}).data?.body.datos ?? [];
  const shown = stores.filter(({ nombre, codigo }) => contains(`${codigo} ${nombre}`, text));
  const choose = (next: readonly string[]) => {
    const listed = new Set(shown.map(({ id }) => id));
    // What is chosen and not in the list at the moment stays chosen.
    onChange([...value.filter((id) => !listed.has(id)), ...next.filter((id) => listed.has(id))].toSorted());
  };
  return (
    <CheckboxGroup
      className={styles.stores ?? ''}
      value={[...value]}
      onChange={choose}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label className={styles.label ?? ''}>{texts.stores}</Label>
      {hint === undefined ? null : <p className={styles.note}>{hint}</p>}
      {stores.length > AT_A_GLANCE ? (
        <TextField
          label={texts.searchStores}
          hideLabel
          type="search"
          placeholder={texts.searchStores}
          value={text}
          onChange={setText}
        />
      ) : null}
      <div className={styles.storeList}>
        {shown.map(({ id, nombre, codigo }) => (
          <Checkbox key={id} value={id} className={styles.check ?? ''}>
            <span className={styles.box} aria-hidden="true">
              <Check size={13} />
            </span>
            <span>
              {nombre} <span className={styles.faint}>{codigo}</span>
            </span>
          </Checkbox>
        ))}
        {shown.length === 0 && stores.length > 0 ? <p className={styles.note}>{texts.noStores}</p> : null}
      </div>
      <p className={styles.note} role="status">
        {value.length === 0 ? texts.noneChosen : texts.chosen(value.length, numbers.whole(value.length))}
      </p>
      {error === undefined ? null : <p className={styles.error}>{error}</p>}
    </CheckboxGroup>
  );
}

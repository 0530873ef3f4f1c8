import { Check } from 'lucide-react';
import { Checkbox } from 'react-aria-components';
import styles from './Account.module.css';

export interface CheckFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly selected: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (selected: boolean) => void;
}

export function CheckField({ label, hint, selected, isDisabled = false, onChange }: CheckFieldProps) {
  return (
    <Checkbox className={styles.check ?? ''} isSelected={selected} isDisabled={isDisabled} onChange={onChange}>
      <span className={styles.box} aria-hidden="true">
        <Check size={13} />
      </span>
      <span>
        {label}
        {hint === undefined ? null : <span className={styles.hint}>{hint}</span>}
      </span>
    </Checkbox>
  );
}

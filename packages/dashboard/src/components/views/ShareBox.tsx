import { Check } from 'lucide-react';
import { Checkbox } from 'react-aria-components';
import { useTexts } from '../../i18n/index.ts';
import { words } from './texts.ts';
import styles from './Views.module.css';

export interface ShareBoxProps {
  readonly shared: boolean;
  readonly onChange: (shared: boolean) => void;
}

/** Whether a view is for everybody. */
export function ShareBox({ shared, onChange }: ShareBoxProps) {
  const texts = useTexts(words);
  return (
    <Checkbox className={styles.check ?? ''} isSelected={shared} onChange={onChange}>
      <span className={styles.box} aria-hidden="true">
        <Check size={13} />
      </span>
      <span>
        {texts.share}
        <span className={styles.hint}>{texts.shareHint}</span>
      </span>
    </Checkbox>
  );
}

import { CircleHelp } from 'lucide-react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../button/Button.tsx';
import styles from './Panel.module.css';
import { words } from './texts.ts';

/** Says on demand what the figures of a panel are. */
export function Definition({ title, text }: { readonly title: string; readonly text: string }) {
  const texts = useTexts(words);
  return (
    <DialogTrigger>
      <Button look="quiet" square aria-label={texts.definition(title)}>
        <CircleHelp size={16} aria-hidden="true" />
      </Button>
      <Popover className={styles.definition ?? ''} placement="bottom start" offset={4}>
        <Dialog className={styles.definitionText ?? ''} aria-label={texts.definition(title)}>
          <p>{text}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

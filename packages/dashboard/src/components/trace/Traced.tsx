import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import type { Source } from '../../client/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { words } from './texts.ts';
import { Origin } from './Origin.tsx';
import styles from './Traced.module.css';

export interface TracedProps {
  readonly label: string;
  /** What the figure is, in a sentence or two. */
  readonly definition: string;
  readonly source: Source;
  /** The figure. */
  readonly children: ReactNode;
}

/** A figure that says, when pressed, what it is and where it comes from. */
export function Traced({ label, definition, source, children }: TracedProps) {
  const texts = useTexts(words);
  return (
    <DialogTrigger>
      <Button className={styles.figure ?? ''}>
        {children}
        <span className="visually-hidden"> {texts.open(label)}</span>
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom start" offset={6}>
        <Dialog className={styles.dialog ?? ''}>
          <Heading slot="title" className={styles.title ?? ''}>
            {label}
          </Heading>
          <p className={styles.definition}>{definition}</p>
          <Origin source={source} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

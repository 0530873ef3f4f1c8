import type { ReactNode } from 'react';
import { Button, useTexts } from '../kit.ts';
import { orderWords } from '../texts/index.ts';
import styles from './Editor.module.css';

export interface SaveBarProps {
  readonly message: string;
  readonly saving: boolean;
  readonly onDiscard: () => void;
  /** The ways to save, the main one last. */
  readonly children: ReactNode;
}

/** Stands at the foot of the screen as long as something is not saved. */
export function SaveBar({ message, saving, onDiscard, children }: SaveBarProps) {
  const texts = useTexts(orderWords);
  return (
    <div className={styles.bar} role="region" aria-label={texts.unsaved}>
      <p role="status">{saving ? texts.saving : message}</p>
      <Button look="quiet" onPress={onDiscard} isDisabled={saving}>
        {texts.discard}
      </Button>
      {children}
    </div>
  );
}

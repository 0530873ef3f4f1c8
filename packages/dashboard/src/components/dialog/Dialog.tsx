import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../button/Button.tsx';
import styles from './Dialog.module.css';

const words = { es: { close: 'Cerrar' }, en: { close: 'Close' } };

export interface DialogProps {
  readonly title: string;
  /** Asked to close: by its cross, by Escape, or beside it. */
  readonly onClose: () => void;
  /** Buttons at its foot, the main one last. */
  readonly actions?: ReactNode;
  /** As wide as a table needs. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A dialog above the page, open as long as it is rendered. The focus stays in it, and goes back to where it was. */
export function Dialog({ title, onClose, actions, wide = false, children }: DialogProps) {
  const texts = useTexts(words);
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={`${styles.modal} ${wide ? styles.wide : ''}`}>
        <AriaDialog className={styles.dialog ?? ''}>
          <header className={styles.header}>
            <Heading slot="title" className={styles.title ?? ''}>
              {title}
            </Heading>
            <Button look="quiet" square aria-label={texts.close} onPress={onClose}>
              <X size={18} aria-hidden="true" />
            </Button>
          </header>
          <div className={styles.body}>{children}</div>
          {actions === undefined ? null : <footer className={styles.actions}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

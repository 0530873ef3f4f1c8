import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useTexts } from '../../i18n/index.ts';
import type { PageEntry } from '../../navigation/index.ts';
import styles from './Palette.module.css';
import { PaletteContent } from './PaletteContent.tsx';
import { words } from './texts.ts';

export interface PaletteProps {
  /** Those that the person may open. */
  readonly pages: readonly PageEntry[];
  readonly onClose: () => void;
}

/** Jumps to a page, a saved view, a store or a product by a few letters; Escape closes it. */
export default function Palette(props: PaletteProps) {
  const texts = useTexts(words);
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      isDismissable
      onOpenChange={(open) => !open && props.onClose()}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label={texts.title}>
          <PaletteContent {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

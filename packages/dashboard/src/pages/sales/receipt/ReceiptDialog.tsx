import { Answer, Dialog, EmptyState, TableSkeleton } from '../../../components/index.ts';
import { useAsk } from '../../../hooks/index.ts';
import type { ReceiptKey } from '../address/index.ts';
import { useWords } from '../explore/index.ts';
import { ReceiptView } from './ReceiptView.tsx';

/** More lines than a receipt has. */
const MOST_LINES = 1000;

export interface ReceiptDialogProps {
  readonly receipt: ReceiptKey;
  readonly onClose: () => void;
}

/** A receipt with all its lines, whatever the page is filtered by. */
export function ReceiptDialog({ receipt, onClose }: ReceiptDialogProps) {
  const texts = useWords();
  const { store, day, number } = receipt;
  const lines = useAsk('listarVentas', {
    query: { ubicacion_id: [store], fecha_inicio: day, fecha_fin: day, factura: number, limite: MOST_LINES },
  });
  return (
    <Dialog title={texts.receiptOf(number)} onClose={onClose} wide>
      <Answer
        of={lines}
        skeleton={<TableSkeleton rows={5} />}
        isEmpty={({ datos }) => datos.length === 0}
        empty={<EmptyState title={texts.noReceiptTitle} text={texts.noReceipt} />}
      >
        {(body, source) => <ReceiptView receipt={receipt} body={body} source={source} />}
      </Answer>
    </Dialog>
  );
}

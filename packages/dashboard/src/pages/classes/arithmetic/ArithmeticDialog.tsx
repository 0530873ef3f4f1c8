import { Answer, Dialog, TableSkeleton } from '../../../components/index.ts';
import { useAsk } from '../../../hooks/index.ts';
import { type ClassesQuery, useWords } from '../state/index.ts';
import { Arithmetic } from './Arithmetic.tsx';
import { OpenProduct } from './OpenProduct.tsx';

export interface ArithmeticDialogProps {
  readonly query: ClassesQuery;
  readonly productId: string;
  readonly onClose: () => void;
}

/** Why a product has the classes that it has, and which ones it has had. */
export function ArithmeticDialog({ query, productId, onClose }: ArithmeticDialogProps) {
  const texts = useWords();
  const asked = useAsk('clasificarProductos', { query: { ...query, mostrar_producto_id: [productId] } });
  const name = asked.data?.body.datos[0]?.descripcion ?? productId;
  return (
    <Dialog title={texts.arithmetic(name)} onClose={onClose} wide actions={<OpenProduct id={productId} />}>
      <Answer of={asked} skeleton={<TableSkeleton rows={12} />}>
        {({ datos: [product] }) => <Arithmetic product={product} productId={productId} stores={query.ubicacion_id} />}
      </Answer>
    </Dialog>
  );
}

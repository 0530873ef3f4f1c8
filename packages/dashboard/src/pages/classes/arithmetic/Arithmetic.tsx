import { useWords } from '../state/index.ts';
import type { ClassedProduct } from '../products/columns.ts';
import styles from './Arithmetic.module.css';
import { ClassHistory } from './ClassHistory.tsx';
import { ValueSteps } from './ValueSteps.tsx';
import { VariationSteps } from './VariationSteps.tsx';

export interface ArithmeticProps {
  /** Undefined: it was not sold. */
  readonly product: ClassedProduct | undefined;
  readonly productId: string;
  readonly stores: readonly string[] | undefined;
}

/** The steps to both classes, and the classes that were calculated before. */
export function Arithmetic({ product, productId, stores }: ArithmeticProps) {
  const texts = useWords();
  return (
    <div className={styles.parts}>
      {product === undefined ? (
        <p>{texts.notSold}</p>
      ) : (
        <>
          <ValueSteps product={product} />
          <VariationSteps product={product} />
        </>
      )}
      <ClassHistory productId={productId} stores={stores} />
    </div>
  );
}

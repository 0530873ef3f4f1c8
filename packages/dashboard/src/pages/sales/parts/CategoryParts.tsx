import { useAsk, useToasts } from '../../../hooks/index.ts';
import { placePatch } from '../address/index.ts';
import type { DrillProps } from '../drill/drill-props.ts';
import { largestFirst, measured, tallyOf, withoutReceipts, type Part } from '../model/index.ts';
import { PartsFrame } from './PartsFrame.tsx';
import { useWords } from '../explore/index.ts';

/** The categories; pressing one leads to its products. */
export function CategoryParts({ explore }: DrillProps) {
  const texts = useWords();
  const { show } = useToasts();
  const { place, go, query, view } = explore;
  const measure = withoutReceipts(view.measure);
  const categories = useAsk('compararVentasPorCategoria', { query });
  const open = ({ id: category }: Part) => {
    if (category === null) show({ text: texts.noCategoryHint });
    else go(placePatch({ ...place, category }));
  };
  return (
    <PartsFrame
      explore={explore}
      of={categories}
      title={texts.parts.categories(texts.measures[measure])}
      nameHeader={texts.columns.category}
      measure={measure}
      hint={texts.partsHint.categories}
      partsOf={({ datos }) =>
        largestFirst(
          datos.flatMap((row) => {
            const figure = measured(tallyOf(row), measure);
            return figure === null ? [] : [{ id: row.categoria, name: row.categoria ?? texts.noCategory, figure }];
          }),
        )
      }
      onOpen={open}
    />
  );
}

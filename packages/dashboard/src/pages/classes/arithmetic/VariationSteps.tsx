import { writeCell } from '../../../components/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import { variationBounds } from '../model/index.ts';
import type { ClassedProduct } from '../products/columns.ts';
import { useWords } from '../state/index.ts';
import { Steps } from './Steps.tsx';

/** How a product's XYZ class follows from its weekly units. */
export function VariationSteps({ product }: { readonly product: ClassedProduct }) {
  const texts = useWords();
  const locale = useLocale();
  const { xyz, semanas, semanas_con_venta, suma, suma_cuadrados, media_semanal, desviacion } = product;
  if (semanas === null) return <Steps title={texts.noVariationTitle} steps={[]} verdict={texts.noVariation} />;
  const quantity = (value: string | number | null) => writeCell(value, 'quantity', locale);
  const [x, y] = [variationBounds.x, variationBounds.y].map((bound) => locale.numbers.quantity(bound));
  const verdicts = {
    X: texts.variationClass.X(x ?? ''),
    Y: texts.variationClass.Y(x ?? '', y ?? ''),
    Z: texts.variationClass.Z(y ?? ''),
  };
  return (
    <Steps
      title={xyz === null ? texts.noVariationTitle : texts.variationTitle(xyz)}
      steps={[
        { name: texts.weeksStep, value: quantity(semanas) },
        { name: texts.soldWeeksStep, value: quantity(semanas_con_venta) },
        { name: texts.sumStep, value: quantity(suma) },
        { name: texts.squaresStep, value: quantity(suma_cuadrados) },
        { name: texts.meanStep, rule: texts.meanRule, value: quantity(media_semanal) },
        { name: texts.deviationStep, rule: texts.deviationRule, value: quantity(desviacion) },
        { name: texts.variationStep, rule: texts.variationRule, value: quantity(product.coeficiente_variacion) },
      ]}
      verdict={xyz === null ? texts.variationClass.none : verdicts[xyz]}
    />
  );
}

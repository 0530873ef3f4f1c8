import { writeCell } from '../../../components/index.ts';
import { useMoney } from '../../../hooks/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import { shareBefore, valueBounds } from '../model/index.ts';
import type { ClassedProduct } from '../products/columns.ts';
import { useWords } from '../state/index.ts';
import { Steps } from './Steps.tsx';

/** How a product's ABC class follows from what it sold for. */
export function ValueSteps({ product }: { readonly product: ClassedProduct }) {
  const texts = useWords();
  const locale = useLocale();
  const { money } = useMoney();
  const percent = (text: string | null) => writeCell(text, 'percent', locale);
  const [a, b] = [valueBounds.a, valueBounds.b].map((bound) => `${locale.numbers.whole(bound)}\u00a0%`);
  const { abc, ranking, valor, total, porcentaje, porcentaje_acumulado } = product;
  const rules = {
    A: texts.valueRule.A(a ?? ''),
    B: texts.valueRule.B(a ?? '', b ?? ''),
    C: texts.valueRule.C(b ?? ''),
  };
  return (
    <Steps
      title={texts.valueTitle(abc)}
      steps={[
        { name: texts.rankStep, value: locale.numbers.whole(ranking) },
        { name: texts.valueStep, value: money(valor) },
        { name: texts.totalStep, value: money(total) },
        { name: texts.shareStep, rule: texts.shareRule, value: percent(porcentaje) },
        { name: texts.beforeStep, value: percent(shareBefore(product)) },
        { name: texts.runningStep, value: percent(porcentaje_acumulado) },
      ]}
      verdict={rules[abc]}
    />
  );
}

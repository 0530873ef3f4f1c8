import { type Fact, Facts, Panel } from '../../../components/index.ts';
import { useStockMoney } from '../../../components/stock/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import type { Story } from '../model/index.ts';
import { usePanelTexts } from '../state/index.ts';
import type { StoryPanelProps } from './StoresPanel.tsx';
import styles from './panels.module.css';

/** What the catalogue says; what it does not say is left out. */
export function FactsPanel({ story, source }: StoryPanelProps) {
  const texts = usePanelTexts();
  const facts = useFacts(story.producto);
  return (
    <Panel title={texts.facts} source={source}>
      <div className={styles.facts}>
        <Facts facts={facts} />
      </div>
    </Panel>
  );
}

function useFacts(product: Story['producto']): readonly Fact[] {
  const texts = usePanelTexts();
  const { numbers, dates } = useLocale();
  const { money } = useStockMoney();
  const written = (value: string | null, write: (value: string) => string) => (value === null ? null : write(value));
  const all: readonly (readonly [string, string | null])[] = [
    [texts.code, product.codigo],
    [texts.barcode, product.codigo_barras],
    [texts.category, [product.categoria, product.subcategoria].filter(Boolean).join(' › ')],
    [texts.group, [product.grupo, product.subgrupo].filter(Boolean).join(' › ')],
    [texts.line, product.linea],
    [texts.brand, product.marca],
    [texts.maker, product.fabricante],
    [texts.model, product.modelo],
    [texts.presentation, product.presentacion],
    [texts.perCase, written(product.unidades_por_bulto, numbers.quantity)],
    [texts.weight, written(product.peso_unidad, (grams) => texts.grams(numbers.quantity(grams)))],
    [texts.volume, written(product.volumen_unidad, (volume) => texts.millilitres(numbers.quantity(volume)))],
    [texts.cost, written(product.costo_promedio, money)],
    [texts.suggestedPrice, written(product.precio_sugerido, money)],
    [texts.suggestedMargin, written(product.margen_sugerido, (margin) => `${numbers.money(margin)}\u00a0%`)],
    [texts.shelfLife, product.dias_vencimiento === null ? null : texts.days(numbers.whole(product.dias_vencimiento))],
    [texts.changed, written(product.modificado, (instant) => dates.day(instant.slice(0, 10)))],
  ];
  return all.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value] as const]));
}

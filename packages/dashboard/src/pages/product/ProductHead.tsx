import { CircleOff, Leaf, type LucideIcon, PencilLine, Snowflake } from 'lucide-react';
import { PageHead } from '../../components/index.ts';
import { useStockMoney } from '../../components/stock/index.ts';
import { useLocale } from '../../i18n/index.ts';
import styles from './ProductPage.module.css';
import type { Story } from './model/index.ts';
import { usePageTexts } from './state/index.ts';

type Product = Story['producto'];

/** Which product it is, and what to know of it before anything else. */
export function ProductHead({ product }: { readonly product: Product }) {
  const texts = usePageTexts();
  const { dates } = useLocale();
  const { rateOf } = useStockMoney();
  const { codigo, categoria, subcategoria, marca, presentacion } = product;
  const words = [codigo, [categoria, subcategoria].filter(Boolean).join(' › '), marca, presentacion].filter(Boolean);
  return (
    <PageHead
      title={product.descripcion}
      subtitle={
        <>
          <p>{words.join(' · ')}</p>
          {rateOf === null ? null : <p>{texts.inDollars(dates.day(rateOf))}</p>}
          <Traits product={product} />
        </>
      }
      filters={['stores', 'range']}
    />
  );
}

function Traits({ product }: { readonly product: Product }) {
  const traits = useTraits(product);
  if (traits.length === 0) return null;
  return (
    <ul className={styles.traits}>
      {traits.map(({ text, Sign, warns = false }) => (
        <li key={text} className={`${styles.trait} ${warns ? styles.warns : ''}`}>
          {Sign === undefined ? null : <Sign size={14} aria-hidden="true" />}
          {text}
        </li>
      ))}
    </ul>
  );
}

interface Trait {
  readonly text: string;
  readonly Sign?: LucideIcon;
  readonly warns?: boolean;
}

function useTraits(product: Product): readonly Trait[] {
  const texts = usePageTexts();
  const { dates } = useLocale();
  const { abc_classification: abc, xyz_classification: xyz, fecha_discontinuacion: since } = product;
  return [
    ...(abc === null ? [] : [{ text: texts.classes(abc, xyz ?? '') }]),
    ...(product.es_perecedero ? [{ text: texts.perishable, Sign: Leaf }] : []),
    ...(product.requiere_refrigeracion ? [{ text: texts.cold, Sign: Snowflake }] : []),
    ...(product.es_provisional ? [{ text: texts.provisional, Sign: PencilLine, warns: true }] : []),
    ...(product.discontinuado
      ? [
          {
            text: since === null ? texts.discontinued : texts.discontinuedSince(dates.day(since)),
            Sign: CircleOff,
            warns: true,
          },
        ]
      : product.activo
        ? []
        : [{ text: texts.inactive, Sign: CircleOff, warns: true }]),
  ];
}

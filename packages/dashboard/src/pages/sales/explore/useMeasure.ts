import { useMemo } from 'react';
import { useMoney } from '../../../hooks/index.ts';
import { useLocale, type NumberParts } from '../../../i18n/index.ts';
import type { Measure } from '../address/index.ts';

/** How a measure's figures are written. */
export interface MeasureFormat {
  /** An exact figure; the sign for "not available" for null. */
  readonly write: (text: string | null) => string;
  readonly parts: (text: string) => NumberParts;
  /** A figure of an axis or a scale. */
  readonly short: (value: number) => string;
}

export function useMeasure(measure: Measure): MeasureFormat {
  const { numbers, texts } = useLocale();
  const money = useMoney();
  return useMemo(() => {
    const counted = measure === 'facturas' || measure === 'unidades';
    const format = counted ? numbers.quantity : money.money;
    return {
      write: (text) => (text === null ? texts.notAvailable : format(text)),
      parts: counted ? numbers.quantityParts : money.moneyParts,
      short: counted ? numbers.short : money.short,
    };
  }, [measure, numbers, texts, money]);
}

import type { AnswerTo } from '../../../client/index.ts';
import { type Fact, Facts } from '../../../components/index.ts';
import { useMoney, useRates } from '../../../hooks/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import type { ReceiptKey } from '../address/index.ts';
import { storeTime, useStores, useWords } from '../explore/index.ts';
import { receiptSums } from '../model/index.ts';

export interface ReceiptFactsProps {
  readonly receipt: ReceiptKey;
  readonly lines: AnswerTo<'listarVentas'>['datos'];
}

/** Where and when it was, and what its lines come to. */
export function ReceiptFacts({ receipt, lines }: ReceiptFactsProps) {
  const texts = useWords();
  const locale = useLocale();
  const { dates, numbers, tag } = locale;
  const { money } = useMoney();
  const { convert } = useRates();
  const { name, zone } = useStores()(receipt.store);
  const sums = receiptSums(lines);
  const time = storeTime(sums.at, zone, tag);
  const total = convert(sums.amount, receipt.day);
  const facts: readonly Fact[] = [
    [texts.columns.store, name],
    [texts.columns.day, dates.dayWithWeekday(receipt.day)],
    ...(time === null ? [] : [[texts.columns.time, time] as const]),
    [texts.total, total === null ? locale.texts.notAvailable : money(total)],
    [texts.columns.units, numbers.quantity(sums.units)],
    [texts.columns.lines, numbers.whole(sums.lines)],
    ...(sums.returned === 0 ? [] : [[texts.returnedLines, numbers.whole(sums.returned)] as const]),
  ];
  return <Facts facts={facts} />;
}

import { Segmented } from '../../../../components/index.ts';
import { useLocale } from '../../../../i18n/index.ts';
import { daysPatch, spans, type SpanView } from '../../model/index.ts';
import { useInventory, useListTexts } from '../../state/index.ts';
import styles from './parts.module.css';

/** Of how many days the list speaks. */
export function DaysChoice({ view }: { readonly view: SpanView }) {
  const texts = useListTexts();
  const { numbers } = useLocale();
  const { address, change } = useInventory();
  const label = view === 'parado' ? texts.daysIdle : texts.daysOfDemand;
  const items = spans[view].choices.map((days) => ({
    name: String(days),
    content: numbers.whole(days),
    label: texts.days(numbers.whole(days)),
  }));
  return (
    <div className={styles.days}>
      <span aria-hidden="true">{label}</span>
      <Segmented
        label={label}
        items={items}
        selected={String(address.days(view))}
        onSelect={(days) => change(daysPatch(view, Number(days)))}
      />
      <span aria-hidden="true">{texts.daysUnit}</span>
    </div>
  );
}

import { Button } from '../../../components/index.ts';
import { useAddressSearch, useChangeSearch } from '../../../hooks/index.ts';
import { useLocale, useTexts } from '../../../i18n/index.ts';
import { LIMITS, readLimit } from '../model/limits.ts';
import { words } from '../texts.ts';
import styles from './Result.module.css';

/** Says that there is more, and offers it as far as it can be had. */
export function Truncated({ count }: { readonly count: number }) {
  const texts = useTexts(words);
  const { numbers } = useLocale();
  const limit = readLimit(useAddressSearch());
  const change = useChangeSearch();
  const most = LIMITS.at(-1) ?? limit;
  return (
    <div className={styles.truncated}>
      <p>
        {texts.truncated(numbers.whole(count))}
        {limit === most ? ` ${texts.truncatedMost}` : null}
      </p>
      {limit === most ? null : (
        <Button onPress={() => change({ filas: String(most) })}>{texts.fetchAll(numbers.whole(most))}</Button>
      )}
    </div>
  );
}

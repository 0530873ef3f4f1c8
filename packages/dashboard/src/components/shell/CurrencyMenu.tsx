import { currencies, useCurrency, useMoney } from '../../hooks/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { ChoiceMenu } from './ChoiceMenu.tsx';
import styles from './Menu.module.css';

/** Chooses what amounts are shown in, on every page. */
export function CurrencyMenu() {
  const { texts } = useLocale();
  const { currency, choose } = useCurrency();
  const { symbol } = useMoney();
  return (
    <ChoiceMenu
      label={`${texts.shell.currency}: ${symbol}`}
      face={
        <span className={styles.symbol} aria-hidden="true">
          {symbol}
        </span>
      }
      choices={currencies.map((name) => ({ name, text: texts.shell.currencies[name] }))}
      chosen={currency}
      onChoose={choose}
    />
  );
}

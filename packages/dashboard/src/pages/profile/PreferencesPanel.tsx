import {
  currencies,
  languages,
  Panel,
  Segmented,
  themeChoices,
  useCurrency,
  useLocale,
  useTexts,
  useTheme,
} from './kit.ts';
import styles from './Profile.module.css';
import { words } from './texts.ts';

/** Each in itself: whoever cannot read the other one still finds it. */
const languageNames = { es: 'Español', en: 'English' };

/** Language, theme and currency: kept in this browser. */
export function PreferencesPanel() {
  const { preferences } = useTexts(words);
  const { language, choose: chooseLanguage, texts } = useLocale();
  const { choice, choose: chooseTheme } = useTheme();
  const { currency, choose: chooseCurrency } = useCurrency();
  const { themes, currencies: currencyNames } = texts.shell;
  return (
    <Panel title={preferences.title}>
      <div className={styles.body}>
        <div className={styles.choice}>
          <span className={styles.label}>{preferences.language}</span>
          <Segmented
            label={preferences.language}
            items={languages.map((name) => ({ name, content: languageNames[name] }))}
            selected={language}
            onSelect={chooseLanguage}
          />
        </div>
        <div className={styles.choice}>
          <span className={styles.label}>{preferences.theme}</span>
          <Segmented
            label={preferences.theme}
            items={themeChoices.map((name) => ({ name, content: themes[name] }))}
            selected={choice}
            onSelect={chooseTheme}
          />
        </div>
        <div className={styles.choice}>
          <span className={styles.label}>{preferences.currency}</span>
          <Segmented
            label={preferences.currency}
            items={currencies.map((name) => ({
              name,
              content: currencyNames[name].split(',', 1).join(''),
              label: currencyNames[name],
            }))}
            selected={currency}
            onSelect={chooseCurrency}
          />
        </div>
      </div>
    </Panel>
  );
}

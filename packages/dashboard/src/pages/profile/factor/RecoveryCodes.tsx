import { Button, useCopy, useTexts } from '../kit.ts';
import styles from '../Profile.module.css';
import { words } from '../texts.ts';

export interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** What gets in when the telephone is lost: shown once, with ways to take them along. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const { factor: texts } = useTexts(words);
  const copy = useCopy();
  const text = `${codes.join('\n')}\n`;
  return (
    <>
      <p>
        <strong>{texts.recovery}.</strong> {texts.recoveryNote}
      </p>
      <ul className={styles.codes} aria-label={texts.recovery}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.row}>
        <Button autoFocus onPress={() => copy(text)}>
          {texts.copyAll}
        </Button>
        <Button onPress={() => download(texts.file, text)}>{texts.download}</Button>
        <Button look="primary" onPress={onDone}>
          {texts.saved}
        </Button>
      </div>
    </>
  );
}

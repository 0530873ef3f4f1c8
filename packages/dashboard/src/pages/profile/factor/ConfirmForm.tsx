import { useMemo, useState } from 'react';
import { accountWords, Button, RefusalNote, refusalOf, SecretOnce, TextField, useLocale, useTexts } from '../kit.ts';
import styles from '../Profile.module.css';
import { words } from '../texts.ts';
import { drawQr } from './qr-path.ts';
import type { Factor } from './useFactor.ts';

export interface ConfirmFormProps {
  readonly secret: string;
  readonly uri: string;
  readonly factor: Factor;
}

/** The secret for the app, and the code that proves that the app has it. */
export function ConfirmForm({ secret, uri, factor }: ConfirmFormProps) {
  const { factor: texts } = useTexts(words);
  const account = useTexts(accountWords);
  const common = useLocale().texts;
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const { size, path } = useMemo(() => drawQr(uri), [uri]);
  const refusal = refusalOf(factor.error, ['codigo'], account, common);
  const wrong = refusal.fields['codigo'] === undefined ? null : texts.wrongCode;
  const typed = code.replaceAll(/\s/g, '');
  const submit = () => {
    setTried(true);
    if (typed !== '' && !factor.pending) factor.confirm(typed);
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p>{texts.scan}</p>
      <svg
        className={styles.qr}
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={texts.qr}
        shapeRendering="crispEdges"
      >
        <path d={path} fill="currentColor" />
      </svg>
      <SecretOnce label={texts.secret} secret={secret} note={texts.secretNote} />
      <TextField
        label={texts.code}
        autoComplete="one-time-code"
        hint={texts.confirmHint}
        autoFocus
        value={code}
        error={wrong ?? (tried && typed === '' ? texts.missingCode : null)}
        onChange={(next) => {
          setCode(next);
          factor.forget();
        }}
      />
      <RefusalNote text={wrong === null ? refusal.text : null} />
      <div className={styles.row}>
        <Button onPress={factor.cancel}>{texts.cancel}</Button>
        <Button look="primary" type="submit">
          {factor.pending ? texts.checking : texts.confirm}
        </Button>
      </div>
    </form>
  );
}

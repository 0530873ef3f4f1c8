import { useState } from 'react';
import { accountWords, Button, RefusalNote, refusalOf, TextField, useLocale, useTexts } from '../kit.ts';
import styles from '../Profile.module.css';
import { refusedProof } from '../refused.ts';
import { words } from '../texts.ts';
import type { Factor, Purpose } from './useFactor.ts';

export interface ProveFormProps {
  readonly purpose: Purpose;
  /** There is a second factor already: its code is asked for, too. */
  readonly withCode: boolean;
  readonly factor: Factor;
}

/** Whoever finds an open session must not change how its person gets in. */
export function ProveForm({ purpose, withCode, factor }: ProveFormProps) {
  const { factor: texts } = useTexts(words);
  const account = useTexts(accountWords);
  const common = useLocale().texts;
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const wrong = refusedProof(factor.error);
  const refusal = refusalOf(wrong === null ? factor.error : null, [], account, common);
  const missing = {
    password: password === '' ? texts.missingPassword : null,
    code: withCode && code.trim() === '' ? texts.missingCode : null,
  };
  const found = tried ? missing : { password: null, code: null };
  const submit = () => {
    setTried(true);
    if (missing.password === null && missing.code === null && !factor.pending)
      factor.prove(purpose, password, code.trim());
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
      {purpose === 'start' ? null : <p>{purpose === 'disable' ? texts.disableNote : texts.replaceNote}</p>}
      <TextField
        label={texts.password}
        type="password"
        autoComplete="current-password"
        autoFocus
        value={password}
        error={wrong === 'password' ? texts.wrongPassword : found.password}
        onChange={(next) => {
          setPassword(next);
          factor.forget();
        }}
      />
      {withCode ? (
        <TextField
          label={texts.presentCode}
          autoComplete="one-time-code"
          hint={texts.codeHint}
          value={code}
          error={wrong === 'code' ? texts.wrongCode : found.code}
          onChange={(next) => {
            setCode(next);
            factor.forget();
          }}
        />
      ) : null}
      <RefusalNote text={refusal.text} />
      <div className={styles.row}>
        <Button onPress={factor.cancel}>{texts.cancel}</Button>
        <Button look="primary" type="submit">
          {factor.pending ? texts.checking : purpose === 'disable' ? texts.disable : texts.next}
        </Button>
      </div>
    </form>
  );
}

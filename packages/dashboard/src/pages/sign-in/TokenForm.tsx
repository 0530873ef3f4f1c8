import { useState } from 'react';
import { FieldError, Form, Input, Label, Text, TextField } from 'react-aria-components';
import { Button } from '../../components/index.ts';
import { useLocale } from '../../i18n/index.ts';
import styles from './SignInPage.module.css';

export interface TokenFormProps {
  readonly onSubmit: (token: string) => void;
  readonly pending: boolean;
  /** Why the last attempt failed; null before the first. */
  readonly problem: string | null;
}

/** Takes an access token. What was typed stays there when it is refused. */
export function TokenForm({ onSubmit, pending, problem }: TokenFormProps) {
  const { texts } = useLocale();
  const [token, setToken] = useState('');
  const [missing, setMissing] = useState(false);
  const error = missing ? texts.signIn.tokenMissing : problem;

  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const trimmed = token.trim();
    setMissing(trimmed === '');
    if (trimmed !== '') onSubmit(trimmed);
  };
  return (
    <Form className={styles.form ?? ''} onSubmit={submit} validationBehavior="aria">
      <TextField
        className={styles.field ?? ''}
        type="password"
        name="token"
        autoComplete="current-password"
        value={token}
        onChange={setToken}
        isInvalid={error !== null}
        autoFocus
      >
        <Label className={styles.label ?? ''}>{texts.signIn.token}</Label>
        <Input className={styles.input ?? ''} spellCheck="false" autoCapitalize="none" />
        {error === null ? (
          <Text slot="description" className={styles.hint ?? ''}>
            {texts.signIn.tokenHint}
          </Text>
        ) : null}
        <FieldError className={styles.error ?? ''}>{error}</FieldError>
      </TextField>
      <div className={styles.submit}>
        <Button look="primary" type="submit" isDisabled={pending}>
          {pending ? texts.signIn.submitting : texts.signIn.submit}
        </Button>
      </div>
      <p role="alert" className="visually-hidden">
        {error}
      </p>
    </Form>
  );
}

import { useState } from 'react';
import { FieldError, Form, Input, Label, Text, TextField } from 'react-aria-components';
import { Button } from '../../components/index.ts';
import { useLocale } from '../../i18n/index.ts';
import styles from './SignInPage.module.css';
import type { SignInField, Typed } from './ways.ts';

export interface SignInFormProps {
  readonly fields: readonly SignInField[];
  readonly submitText: string;
  readonly onSubmit: (typed: Typed) => void;
  readonly pending: boolean;
  /** Why the last attempt failed; null before the first. It is shown at the last field. */
  readonly problem: string | null;
}

/** Takes what somebody signs in with. What was typed stays there when it is refused. */
export function SignInForm({ fields, submitText, onSubmit, pending, problem }: SignInFormProps) {
  const { texts } = useLocale();
  const [typed, setTyped] = useState<Typed>({});
  const [missing, setMissing] = useState<readonly string[]>([]);
  const last = fields.at(-1)?.name;

  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const empty = fields.map(({ name }) => name).filter((name) => (typed[name] ?? '').trim() === '');
    setMissing(empty);
    if (empty.length === 0) onSubmit(typed);
  };
  const errorOf = (name: SignInField['name']) => {
    if (missing.includes(name)) return texts.signIn.fields[name].missing;
    return missing.length === 0 && name === last ? problem : null;
  };
  return (
    <Form className={styles.form ?? ''} onSubmit={submit} validationBehavior="aria">
      {fields.map(({ name, type, autoComplete }, index) => (
        <TextField
          key={name}
          className={styles.field ?? ''}
          type={type}
          name={name}
          autoComplete={autoComplete}
          value={typed[name] ?? ''}
          onChange={(value) => setTyped((before) => ({ ...before, [name]: value }))}
          isInvalid={errorOf(name) !== null}
          autoFocus={index === 0 || name === 'codigo'}
        >
          <Label className={styles.label ?? ''}>{texts.signIn.fields[name].label}</Label>
          <Input className={styles.input ?? ''} spellCheck="false" autoCapitalize="none" />
          {errorOf(name) === null ? (
            <Text slot="description" className={styles.hint ?? ''}>
              {texts.signIn.fields[name].hint}
            </Text>
          ) : null}
          <FieldError className={styles.error ?? ''}>{errorOf(name)}</FieldError>
        </TextField>
      ))}
      <div className={styles.submit}>
        <Button look="primary" type="submit" isDisabled={pending}>
          {pending ? texts.signIn.submitting : submitText}
        </Button>
      </div>
      <p role="alert" className="visually-hidden">
        {fields.map(({ name }) => errorOf(name)).find((error) => error !== null)}
      </p>
    </Form>
  );
}

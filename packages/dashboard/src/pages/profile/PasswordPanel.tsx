import { useState } from 'react';
import {
  accountWords,
  Button,
  Panel,
  RefusalNote,
  refusalOf,
  TextField,
  useLocale,
  useTell,
  useTexts,
  useToasts,
} from './kit.ts';
import styles from './Profile.module.css';
import { refusedProof } from './refused.ts';
import { words } from './texts.ts';

const empty = { current: '', next: '', repeat: '' };

/** Another password, after the present one. */
export function PasswordPanel() {
  const { password: texts } = useTexts(words);
  return (
    <Panel title={texts.title}>
      <div className={styles.body}>
        <PasswordForm />
      </div>
    </Panel>
  );
}

function PasswordForm() {
  const { password: texts } = useTexts(words);
  const account = useTexts(accountWords);
  const common = useLocale().texts;
  const { show } = useToasts();
  const [form, setForm] = useState(empty);
  const [tried, setTried] = useState(false);
  const tell = useTell('cambiarClave', ['listarSesiones', 'verSesion']);
  const wrong = refusedProof(tell.error) !== null;
  const refusal = refusalOf(wrong ? null : tell.error, ['nueva'], account, common);
  const change = (patch: Partial<typeof empty>) => {
    setForm({ ...form, ...patch });
    if (tell.isError) tell.reset();
  };
  const missing = {
    current: form.current === '' ? texts.missingCurrent : null,
    next: form.next === '' ? texts.missingNext : null,
    repeat: form.repeat === form.next ? null : texts.different,
  };
  const found = tried ? missing : { current: null, next: null, repeat: null };
  const submit = () => {
    setTried(true);
    if (missing.current !== null || missing.next !== null || missing.repeat !== null || tell.isPending) return;
    tell.mutate(
      { body: { actual: form.current, nueva: form.next } },
      {
        onSuccess: () => {
          setForm(empty);
          setTried(false);
          show({ text: texts.changed });
        },
      },
    );
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
      <p className={styles.note}>{texts.note}</p>
      <TextField
        label={texts.current}
        type="password"
        autoComplete="current-password"
        value={form.current}
        error={wrong ? texts.wrong : found.current}
        onChange={(current) => change({ current })}
      />
      <TextField
        label={texts.next}
        type="password"
        autoComplete="new-password"
        hint={texts.hint}
        value={form.next}
        error={refusal.fields['nueva'] ?? found.next}
        onChange={(next) => change({ next })}
      />
      <TextField
        label={texts.repeat}
        type="password"
        autoComplete="new-password"
        value={form.repeat}
        error={found.repeat}
        onChange={(repeat) => change({ repeat })}
      />
      {refusal.fields['nueva'] === undefined ? <RefusalNote text={refusal.text} /> : null}
      <Button look="primary" type="submit">
        {tell.isPending ? texts.changing : texts.change}
      </Button>
    </form>
  );
}

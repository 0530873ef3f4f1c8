import { useState } from 'react';
import {
  accountWords,
  Button,
  Dialog,
  RefusalNote,
  refusalOf,
  SecretOnce,
  useCareful,
  useDraft,
  useLocale,
  useSession,
  useTell,
  useTexts,
  writeCell,
} from '../kit.ts';
import styles from '../Profile.module.css';
import { words } from '../texts.ts';
import { keyBody, missingIn, newKey } from './key-form.ts';
import { KeyFields } from './KeyFields.tsx';

/** Makes a key, and shows it once. */
export function NewKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { keys: texts } = useTexts(words);
  const account = useTexts(accountWords);
  const common = useLocale().texts;
  const own = useSession().data?.user?.rol ?? 'visualizador';
  const { form, dirty, change, reset } = useDraft('clave.nueva', newKey);
  const [tried, setTried] = useState(false);
  const create = useTell('crearClave', ['listarClaves']);
  const made = create.data?.body;
  const careful = useCareful(made !== undefined, onClose);
  const refusal = refusalOf(create.error, ['nombre', 'dias', 'rol', 'ubicaciones'], account, common);
  const missing = missingIn(form);
  const errors = {
    ...refusal.fields,
    ...(tried && missing.name ? { nombre: texts.missingName } : {}),
    ...(tried && missing.stores ? { ubicaciones: texts.missingStores } : {}),
  };
  const save = () => {
    setTried(true);
    if (!missing.name && !missing.stores && !create.isPending)
      create.mutate({ body: keyBody(form, own) }, { onSuccess: reset });
  };
  if (made !== undefined)
    return <MadeKey made={made} warned={careful.warned} onClose={onClose} onTry={careful.close} />;
  return (
    <Dialog
      title={texts.newTitle}
      onClose={onClose}
      actions={
        <>
          {dirty ? (
            <Button look="quiet" onPress={reset}>
              {texts.discard}
            </Button>
          ) : null}
          <Button look="primary" onPress={save}>
            {create.isPending ? texts.creating : texts.create}
          </Button>
        </>
      }
    >
      <KeyFields
        form={form}
        own={own}
        errors={errors}
        onChange={(patch) => {
          change(patch);
          if (create.isError) create.reset();
        }}
      />
      <RefusalNote text={refusal.text} />
    </Dialog>
  );
}

interface MadeKeyProps {
  readonly made: { readonly clave: string; readonly expira: string };
  readonly warned: boolean;
  /** Asked to close in passing. */
  readonly onTry: () => void;
  readonly onClose: () => void;
}

function MadeKey({ made, warned, onTry, onClose }: MadeKeyProps) {
  const { keys: texts } = useTexts(words);
  const account = useTexts(accountWords);
  const locale = useLocale();
  return (
    <Dialog
      title={texts.made}
      onClose={onTry}
      actions={
        <Button look="primary" onPress={onClose}>
          {account.done}
        </Button>
      }
    >
      <SecretOnce
        label={texts.made}
        secret={made.clave}
        note={texts.madeNote(writeCell(made.expira, 'instant', locale))}
      />
      <p>{texts.use}</p>
      <code className={styles.command}>
        {`curl -H "Authorization: Bearer $FLUXION_TOKEN" ${location.origin}/ventas/resumen`}
      </code>
      {warned ? <RefusalNote text={account.closeWarning} /> : null}
    </Dialog>
  );
}

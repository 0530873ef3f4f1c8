import { useState } from 'react';
import {
  accountWords,
  Button,
  Dialog,
  RefusalNote,
  refusalOf,
  useDraft,
  useLocale,
  useTell,
  useTexts,
  useToasts,
} from '../kit.ts';
import { people } from '../model/index.ts';
import { peopleWords } from '../texts/index.ts';
import { PersonFields } from './PersonFields.tsx';

export interface NewPersonDialogProps {
  readonly onClose: () => void;
  readonly onCreated: (id: string) => void;
}

/** Adds somebody. Closed by mistake, it opens again with what was typed. */
export function NewPersonDialog({ onClose, onCreated }: NewPersonDialogProps) {
  const texts = useTexts(peopleWords);
  const account = useTexts(accountWords);
  const common = useLocale().texts;
  const { show } = useToasts();
  const { form, dirty, change, reset } = useDraft('persona.nueva', people.newPerson);
  const [tried, setTried] = useState(false);
  const create = useTell('crearUsuario', ['listarUsuarios', 'listarAuditoria']);
  const refusal = refusalOf(create.error, ['correo', 'nombre', 'rol', 'ubicaciones'], account, common);
  const missing = people.missingIn(form);
  const errors = tried
    ? { ...refusal.fields, ...Object.fromEntries(missing.map((name) => [name, texts.missing[name]])) }
    : refusal.fields;
  const save = () => {
    setTried(true);
    if (missing.length > 0 || create.isPending) return;
    const { correo, nombre, rol, ubicaciones } = form;
    const stores = people.seesAllStores(rol) ? [] : [...ubicaciones];
    create.mutate(
      { body: { correo: correo.trim(), nombre: nombre.trim(), rol, ubicaciones: stores } },
      {
        onSuccess: ({ body }) => {
          reset();
          show({ text: texts.created(body.nombre) });
          onCreated(body.id);
        },
      },
    );
  };
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
            {create.isPending ? texts.saving : texts.create}
          </Button>
        </>
      }
    >
      <p>{texts.newLead}</p>
      <PersonFields
        form={form}
        errors={errors}
        isNew
        onChange={(patch) => {
          change(patch);
          if (create.isError) create.reset();
        }}
      />
      <RefusalNote text={refusal.text} />
    </Dialog>
  );
}

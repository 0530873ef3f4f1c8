import { useState } from 'react';
import {
  accountWords,
  Button,
  Dialog,
  EmptyState,
  RefusalNote,
  refusalOf,
  useDraft,
  useLocale,
  useTexts,
} from '../kit.ts';
import { NEW, stores as model, type Store } from '../model/index.ts';
import { storeWords } from '../texts/index.ts';
import { StoreFields } from './StoreFields.tsx';
import { useStoreSaving } from './useStoreSaving.ts';

export interface StoreDialogProps {
  /** Of a store, or `NEW`. */
  readonly id: string;
  readonly stores: readonly Store[];
  readonly onClose: () => void;
}

/** A store's master, or a new one's. */
export function StoreDialog({ id, stores, onClose }: StoreDialogProps) {
  const texts = useTexts(storeWords);
  const store = stores.find((one) => one.id === id);
  if (store !== undefined || id === NEW) return <StoreForm store={store} stores={stores} onClose={onClose} />;
  return (
    <Dialog title={texts.title} onClose={onClose} actions={<Button onPress={onClose}>{texts.close}</Button>}>
      <EmptyState title={texts.missingTitle} text={texts.missingText} />
    </Dialog>
  );
}

interface StoreFormProps extends Omit<StoreDialogProps, 'id'> {
  /** Undefined for a new one. */
  readonly store: Store | undefined;
}

function StoreForm({ store, stores, onClose }: StoreFormProps) {
  const texts = useTexts(storeWords);
  const account = useTexts(accountWords);
  const common = useLocale().texts;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const saved = store === undefined ? model.newStore(model.usualZone(stores, here)) : model.formOf(store);
  const { form, changes, dirty, change, reset } = useDraft(`tienda.${store?.id ?? NEW}`, saved);
  const [tried, setTried] = useState(false);
  const saving = useStoreSaving();
  const refusal = refusalOf(saving.error, Object.keys(form), account, common);
  const missing = model.missingIn(form);
  const errors = tried
    ? { ...refusal.fields, ...Object.fromEntries(missing.map((name) => [name, texts.missing[name] ?? ''])) }
    : refusal.fields;
  const done = () => {
    reset();
    onClose();
  };
  const save = () => {
    setTried(true);
    if (missing.length > 0 || saving.pending) return;
    if (store === undefined) saving.add(form, done);
    else saving.change(store, changes, done);
  };
  return (
    <Dialog
      title={store?.nombre ?? texts.newTitle}
      onClose={onClose}
      actions={
        <>
          {dirty ? (
            <Button look="quiet" onPress={reset}>
              {texts.discard}
            </Button>
          ) : null}
          <Button look="primary" isDisabled={!dirty} onPress={save}>
            {saving.pending ? texts.saving : store === undefined ? texts.create : texts.save}
          </Button>
        </>
      }
    >
      <StoreFields
        form={form}
        errors={errors}
        isNew={store === undefined}
        onChange={(patch) => {
          change(patch);
          saving.forget();
        }}
      />
      <RefusalNote text={refusal.text} />
    </Dialog>
  );
}

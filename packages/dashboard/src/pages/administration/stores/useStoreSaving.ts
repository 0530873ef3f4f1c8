import { useTell, useTexts, useToasts } from '../kit.ts';
import { stores, type Store } from '../model/index.ts';
import { storeWords } from '../texts/index.ts';

/** Adds or changes a store; a change can be taken back. */
export function useStoreSaving() {
  const texts = useTexts(storeWords);
  const { show } = useToasts();
  const create = useTell('crearUbicacion', ['listarUbicaciones', 'listarAuditoria']);
  const change = useTell('cambiarUbicacion', ['listarUbicaciones', 'listarAuditoria']);
  return {
    pending: create.isPending || change.isPending,
    error: create.error ?? change.error,
    forget: () => {
      create.reset();
      change.reset();
    },
    add: (form: stores.StoreForm, onDone: () => void) =>
      create.mutate(
        { body: stores.createBody(form) },
        {
          onSuccess: ({ body }) => {
            show({ text: texts.created(body.nombre) });
            onDone();
          },
        },
      ),
    change: (store: Store, changes: Partial<stores.StoreForm>, onDone: () => void) => {
      const params = { id: store.id };
      const body = stores.undoBody(stores.formOf(store), changes);
      // A promise of its own: the dialog is closed by then.
      const undo = () =>
        void change.mutateAsync({ params, body }).then(
          () => show({ text: texts.undone }),
          () => show({ text: texts.notUndone, tone: 'failed' }),
        );
      change.mutate(
        { params, body: stores.changeBody(changes) },
        {
          onSuccess: () => {
            onDone();
            show({ text: texts.changed(changes.nombre ?? store.nombre), undo });
          },
        },
      );
    },
  };
}

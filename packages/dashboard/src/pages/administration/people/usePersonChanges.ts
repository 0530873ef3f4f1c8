import { useTell, useTexts, useToasts } from '../kit.ts';
import { people, type Person } from '../model/index.ts';
import { peopleWords } from '../texts/index.ts';

/** Changes a person, and offers to take it back where that brings back all there was. */
export function usePersonChanges() {
  const texts = useTexts(peopleWords);
  const { show } = useToasts();
  const change = useTell('cambiarUsuario', ['listarUsuarios', 'listarClaves', 'listarAuditoria']);
  const run = (person: Person, changes: Partial<people.PersonForm>, onDone: () => void) => {
    const { id, nombre } = person;
    const body = people.undoBody(people.formOf(person), changes);
    // A promise of its own: the dialog may be closed by then.
    const undo = () =>
      void change.mutateAsync({ params: { id }, body }).then(
        () => show({ text: texts.undone }),
        () => show({ text: texts.notUndone, tone: 'failed' }),
      );
    change.mutate(
      { params: { id }, body: people.changeBody(changes) },
      {
        onSuccess: () => {
          onDone();
          // Whoever was disabled has lost sessions, keys and link for good.
          show({ text: texts.changed(changes.nombre ?? nombre), ...(changes.activo === false ? {} : { undo }) });
        },
      },
    );
  };
  return { run, error: change.error, pending: change.isPending, forget: change.reset };
}

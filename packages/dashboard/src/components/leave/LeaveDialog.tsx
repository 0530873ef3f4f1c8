import type { UnsavedQuestion } from '../../hooks/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../button/Button.tsx';
import { Dialog } from '../dialog/Dialog.tsx';

const words = {
  es: {
    title: '¿Salir sin guardar?',
    text: 'Lo que escribió en esta página no se ha guardado, y se perderá si sale.',
    stay: 'Seguir aquí',
    leave: 'Salir sin guardar',
  },
  en: {
    title: 'Leave without saving?',
    text: 'What you wrote on this page is not saved, and will be lost if you leave.',
    stay: 'Stay here',
    leave: 'Leave without saving',
  },
};

/** Asked when a page with unsaved changes is about to be left. */
export function LeaveDialog({ leave, stay }: UnsavedQuestion) {
  const texts = useTexts(words);
  const actions = (
    <>
      <Button onPress={leave}>{texts.leave}</Button>
      <Button look="primary" autoFocus onPress={stay}>
        {texts.stay}
      </Button>
    </>
  );
  return (
    <Dialog title={texts.title} onClose={stay} actions={actions}>
      <p>{texts.text}</p>
    </Dialog>
  );
}

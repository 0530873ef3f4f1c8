import type { Vista } from '../../client/index.ts';
import { useToasts, type Views } from '../../hooks/index.ts';
import { failureText, useLocale, useTexts } from '../../i18n/index.ts';
import { useHasRole } from '../allowed/Allowed.tsx';
import { words } from './texts.ts';

/** Something that can be done with a view. */
export interface ViewAction {
  readonly text: string;
  readonly act: () => void;
}

/**
 * What the person may do with a view; its author may, and with those for everybody also who answers for the whole chain.
 * Changes are told in passing; a removed view can be had back.
 */
export function useViewActions(view: Vista, views: Views, onEdit: () => void): readonly ViewAction[] {
  const texts = useTexts(words);
  const { texts: all } = useLocale();
  const { show } = useToasts();
  const isOverseer = useHasRole('gerente_general');
  const attempt = async (change: Promise<void>, text: string, undo?: () => void) => {
    try {
      await change;
      show(undo === undefined ? { text } : { text, undo });
    } catch (error) {
      const { title, advice } = failureText(error, all);
      show({ tone: 'failed', text: `${title}. ${advice}` });
    }
  };
  const restore = () => void attempt(views.restore(view), texts.saved(view.nombre));
  if (!view.propia && !(view.compartida && isOverseer)) return [];
  // Whoever removes another's view could only save it as their own.
  const undo = view.propia ? restore : undefined;
  return [
    { text: texts.refill, act: () => void attempt(views.refill(view), texts.refilled(view.nombre)) },
    { text: texts.edit, act: onEdit },
    { text: texts.remove, act: () => void attempt(views.remove(view), texts.removed(view.nombre), undo) },
  ];
}

import type { Vista } from '../../client/index.ts';
import { useToasts, type Views } from '../../hooks/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { words } from './texts.ts';
import { ViewForm } from './ViewForm.tsx';

export interface EditViewProps {
  /** Without it the filters on screen become a new view. */
  readonly edited: Vista | undefined;
  readonly views: Views;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** Names a view, and says whom it is for. */
export function EditView({ edited, views, onSaved, onCancel }: EditViewProps) {
  const texts = useTexts(words);
  const { show } = useToasts();
  const save = async (name: string, shared: boolean) => {
    await (edited === undefined ? views.save(name, shared) : views.rename(edited, name, shared));
    show({ text: texts.saved(name) });
    onSaved();
  };
  const title = edited === undefined ? texts.saveThis : texts.edit;
  return <ViewForm title={title} edited={edited} onSave={save} onCancel={onCancel} />;
}

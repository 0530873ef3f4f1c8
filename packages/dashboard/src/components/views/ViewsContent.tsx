import { use, useState } from 'react';
import { OverlayTriggerStateContext } from 'react-aria-components';
import type { Vista } from '../../client/index.ts';
import type { Views } from '../../hooks/index.ts';
import { EditView } from './EditView.tsx';
import { SaveThis } from './SaveThis.tsx';
import { ViewList } from './ViewList.tsx';

export interface ViewsContentProps {
  readonly page: string;
  readonly views: Views;
}

/** The views, or the form for a new one, or for one that is changed. */
export function ViewsContent({ page, views }: ViewsContentProps) {
  const overlay = use(OverlayTriggerStateContext);
  const onClose = () => overlay?.close();
  const [form, setForm] = useState<'none' | 'new' | Vista>('none');
  if (form !== 'none') {
    const edited = form === 'new' ? undefined : form;
    return <EditView edited={edited} views={views} onSaved={onClose} onCancel={() => setForm('none')} />;
  }
  return (
    <>
      <ViewList page={page} views={views} onEdit={setForm} onClose={onClose} />
      <SaveThis onPress={() => setForm('new')} />
    </>
  );
}

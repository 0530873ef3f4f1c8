import { Link, Play, Square } from 'lucide-react';
import { lazy, type Ref, Suspense } from 'react';
import { Button, Skeleton, useCopy } from '../../components/index.ts';
import { useTexts } from '../../i18n/index.ts';
import styles from './Query.module.css';
import type { EditorHandle, SqlEditorProps } from './editor/SqlEditor.tsx';
import { words } from './texts.ts';

/** The page is there before its editor, which is the largest part of it. */
const SqlEditor = lazy(async () => ({ default: (await import('./editor/SqlEditor.tsx')).SqlEditor }));

export interface EditorPanelProps extends Omit<SqlEditorProps, 'label' | 'ref'> {
  readonly running: boolean;
  readonly onCancel: () => void;
  /** The address names what stands in the editor. */
  readonly shareable: boolean;
  readonly ref: Ref<EditorHandle>;
}

/** The editor and what is done with it. */
export function EditorPanel({ running, onCancel, shareable, ref, ...editor }: EditorPanelProps) {
  const texts = useTexts(words);
  const copy = useCopy();
  return (
    <section className={styles.editor} aria-label={texts.editor}>
      <Suspense fallback={<Skeleton width="100%" height="11rem" />}>
        <SqlEditor {...editor} label={texts.editor} ref={ref} />
      </Suspense>
      <div className={styles.bar}>
        {running ? (
          <Button look="outline" onPress={onCancel}>
            <Square size={15} aria-hidden="true" />
            {texts.cancel}
          </Button>
        ) : (
          <Button look="primary" onPress={editor.onRun} isDisabled={editor.value.trim() === ''}>
            <Play size={15} aria-hidden="true" />
            {texts.run}
          </Button>
        )}
        <span className={styles.help}>
          <kbd aria-hidden="true">{texts.runKeys}</kbd>
          <span className="visually-hidden">{texts.editorHelp}</span>
        </span>
        <span className={styles.running} role="status">
          {running ? texts.running : null}
        </span>
        <Button look="quiet" isDisabled={!shareable} onPress={() => copy(location.href)}>
          <Link size={15} aria-hidden="true" />
          {texts.copyLink}
        </Button>
      </div>
    </section>
  );
}

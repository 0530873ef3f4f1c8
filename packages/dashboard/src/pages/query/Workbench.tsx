import { useRef } from 'react';
import { useAsk } from '../../hooks/index.ts';
import type { EditorHandle } from './editor/SqlEditor.tsx';
import { EditorPanel } from './EditorPanel.tsx';
import { Outcome } from './Outcome.tsx';
import styles from './Query.module.css';
import { Side } from './side/Side.tsx';
import { useWorkbench } from './state/useWorkbench.ts';

const none: readonly never[] = [];

/** The editor, what came of its statement, and what may be asked. */
export function Workbench() {
  const editor = useRef<EditorHandle>(null);
  const workbench = useWorkbench();
  // Without them the editor suggests nothing: what is wrong is told when a statement is run.
  const tables = useAsk('listarTablasConsulta', {}).data?.body.tablas ?? none;
  const { draft, setDraft, run, state, fault, history, asked } = workbench;
  return (
    <div className={styles.workbench}>
      <div className={styles.main}>
        <EditorPanel
          ref={editor}
          value={draft}
          onChange={setDraft}
          onRun={() => run()}
          tables={tables}
          fault={fault}
          running={state.running}
          onCancel={state.cancel}
          shareable={asked}
        />
        <Outcome workbench={workbench} onGoToFault={(position) => editor.current?.goTo(position)} />
      </div>
      <Side
        tables={tables}
        past={history}
        onInsert={(name) => editor.current?.insert(name)}
        onOpen={(sql) => run(sql)}
      />
    </div>
  );
}

import { Compartment, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useEffectEvent, useImperativeHandle, useRef, type Ref } from 'react';
import { useLocale } from '../../../i18n/index.ts';
import type { TablaConsulta } from '../model/tables.ts';
import { suggestions } from './completion.ts';
import { markFault, type FaultRange } from './fault-mark.ts';
import { editorSetup } from './setup.ts';

/** What a page does with its editor. */
export interface EditorHandle {
  /** Puts a text in place of what is selected. */
  readonly insert: (text: string) => void;
  readonly goTo: (position: number) => void;
}

export interface SqlEditorProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (sql: string) => void;
  readonly onRun: () => void;
  readonly tables: readonly TablaConsulta[];
  readonly fault: FaultRange;
  readonly ref?: Ref<EditorHandle>;
}

/** What the editor says to screen readers, in Spanish. */
const phrases = EditorState.phrases.of({ Completions: 'Sugerencias' });

/**
 * The editor stands in a shadow root: there its styles are adopted style sheets, which the Content-Security-Policy has
 * nothing against, and not style elements, which it refuses.
 */
function mount(host: HTMLElement, view: (root: ShadowRoot) => EditorView): EditorView {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const created = view(root);
  root.append(created.dom);
  return created;
}

export function SqlEditor({ label, value, onChange, onRun, tables, fault, ref }: SqlEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(null);
  const completion = useRef(new Compartment());
  const { language } = useLocale();
  const changed = useEffectEvent(onChange);
  const run = useEffectEvent(onRun);
  const start = useEffectEvent(() => value);

  useEffect(() => {
    if (host.current === null) return;
    const setup = editorSetup({ label, onRun: () => run(), onChange: (sql) => changed(sql) });
    const extensions = [setup, language === 'es' ? phrases : [], completion.current.of([])];
    const view = mount(
      host.current,
      (root) => new EditorView({ root, state: EditorState.create({ doc: start(), extensions }) }),
    );
    editor.current = view;
    return () => view.destroy();
  }, [label, language]);

  useEffect(() => {
    editor.current?.dispatch({ effects: completion.current.reconfigure(suggestions(tables)) });
  }, [tables, label, language]);

  useEffect(() => {
    const view = editor.current;
    if (view === null || view.state.doc.toString() === value) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } });
  }, [value]);

  useEffect(() => {
    editor.current?.dispatch({ effects: markFault.of(fault) });
  }, [fault]);

  useImperativeHandle(ref, () => ({
    insert(text) {
      const view = editor.current;
      view?.dispatch(view.state.replaceSelection(text));
      view?.focus();
    },
    goTo(position) {
      editor.current?.dispatch({ selection: { anchor: position }, scrollIntoView: true });
      editor.current?.focus();
    },
  }));
  return <div ref={host} data-editor="" />;
}

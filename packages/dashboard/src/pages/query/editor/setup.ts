import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { EditorState, Prec, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { duckdb } from './dialect.ts';
import { faultMarks } from './fault-mark.ts';
import { highlighting, look } from './look.ts';

export interface EditorSetup {
  /** Names the editor for screen readers. */
  readonly label: string;
  readonly onRun: () => void;
  readonly onChange: (sql: string) => void;
}

/** An editor of SQL. Tab leaves it, as it leaves every field, unless a suggestion is open. */
export function editorSetup({ label, onRun, onChange }: EditorSetup): Extension {
  const run = () => {
    onRun();
    return true;
  };
  return [
    Prec.highest(keymap.of([{ key: 'Mod-Enter', run }])),
    Prec.high(keymap.of([{ key: 'Tab', run: acceptCompletion }])),
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
    history(),
    lineNumbers(),
    highlightActiveLine(),
    drawSelection(),
    bracketMatching(),
    closeBrackets(),
    // A suggestion is taken at once: by default the first moment's Tab would leave the editor.
    autocompletion({ icons: false, interactionDelay: 0 }),
    syntaxHighlighting(highlighting),
    duckdb.extension,
    faultMarks,
    look,
    EditorView.lineWrapping,
    EditorState.tabSize.of(2),
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', autocapitalize: 'off' }),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) onChange(state.doc.toString());
    }),
  ];
}

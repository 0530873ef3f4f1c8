import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

/** Characters of the statement that are wrong; null if nothing is. */
export type FaultRange = { readonly from: number; readonly to: number } | null;

export const markFault = StateEffect.define<FaultRange>();

const mark = Decoration.mark({ class: 'fault', attributes: { 'data-fault': '' } });
const line = Decoration.line({ class: 'faultLine' });

/** Marks what the last run complained about, until the text there is changed. */
const faults = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marked, transaction) {
    let next = transaction.docChanged ? Decoration.none : marked;
    for (const effect of transaction.effects) {
      if (!effect.is(markFault)) continue;
      const { value } = effect;
      const { doc } = transaction.state;
      if (value === null || value.from >= value.to || value.to > doc.length) next = Decoration.none;
      else next = Decoration.set([line.range(doc.lineAt(value.from).from), mark.range(value.from, value.to)], true);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

export const faultMarks: Extension = faults;

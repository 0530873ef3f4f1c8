import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Everything in the tokens of the theme: they reach into the editor by themselves, in light and dark. */
export const look = EditorView.theme({
  '&': {
    color: 'var(--text)',
    backgroundColor: 'var(--surface)',
    fontSize: 'var(--size-3)',
    minHeight: '11rem',
    maxHeight: '24rem',
    borderRadius: 'var(--radius-3) var(--radius-3) 0 0',
  },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '0' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { padding: 'var(--space-3) 0', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 var(--space-4) 0 var(--space-2)' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '.cm-gutters': {
    color: 'var(--text-faint)',
    backgroundColor: 'transparent',
    border: 'none',
    paddingLeft: 'var(--space-2)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--surface-hover)' },
  '.cm-activeLineGutter': { color: 'var(--text)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--accent-soft)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    color: 'inherit',
    backgroundColor: 'var(--accent-soft)',
    outline: '1px solid var(--line-strong)',
  },
  '.cm-placeholder': { color: 'var(--text-faint)' },
  '.fault': {
    textDecoration: 'underline wavy var(--warm) 1.5px',
    textUnderlineOffset: '4px',
    backgroundColor: 'var(--warm-soft)',
  },
  '.faultLine': { backgroundColor: 'var(--warm-soft)' },
  '.cm-tooltip': {
    color: 'var(--text)',
    backgroundColor: 'var(--surface-overlay)',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius-2)',
    boxShadow: 'var(--shadow-overlay)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    padding: 'var(--space-1)',
    fontFamily: 'var(--font-mono)',
    fontSize: 'var(--size-2)',
    maxHeight: '16rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    padding: 'var(--space-1) var(--space-2)',
    borderRadius: 'var(--radius-1)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { color: 'var(--text)', backgroundColor: 'var(--accent-soft)' },
  '.cm-completionMatchedText': { color: 'var(--accent)', textDecoration: 'none', fontWeight: 'var(--weight-bold)' },
  '.cm-completionDetail': {
    color: 'var(--text-muted)',
    fontStyle: 'normal',
    fontSize: 'var(--size-1)',
    marginLeft: 'var(--space-3)',
  },
});

/** Told apart by weight and slant, too, not by colour alone. */
export const highlighting = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: 'var(--weight-bold)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--warm)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--caution)' },
  { tag: tags.typeName, color: 'var(--text-muted)', fontWeight: 'var(--weight-medium)' },
  { tag: tags.standard(tags.name), color: 'var(--text)', fontWeight: 'var(--weight-medium)' },
  { tag: tags.comment, color: 'var(--text-faint)', fontStyle: 'italic' },
]);

export { useScope, type Scope } from './useScope.ts';
export { usePageTexts, usePanelTexts } from './useWords.ts';

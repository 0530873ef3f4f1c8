export { HistoryPanel } from '../history/HistoryPanel.tsx';
export { LinesPanel } from '../lines/LinesPanel.tsx';
export { HeaderFields } from './HeaderFields.tsx';
export { OrderFacts } from './OrderFacts.tsx';
export { OrderHead } from './OrderHead.tsx';
export { SaveBar } from './SaveBar.tsx';
export { useOrderEditing } from './useOrderEditing.ts';
export { useSteps } from './useSteps.ts';

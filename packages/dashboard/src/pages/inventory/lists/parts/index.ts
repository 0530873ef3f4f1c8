export { DaysChoice } from './DaysChoice.tsx';
export { KindChips } from './KindChips.tsx';
export { ListPanel } from './ListPanel.tsx';
export { AnsweredDays, CutNote, Told } from './Notes.tsx';
export { useMoreRows } from './useMoreRows.ts';

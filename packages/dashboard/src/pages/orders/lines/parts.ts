export { LineCell } from './LineCell.tsx';
export { LineNotes } from './LineNotes.tsx';
export { RemoveButton } from './RemoveButton.tsx';

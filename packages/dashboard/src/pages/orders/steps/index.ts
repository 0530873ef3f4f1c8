export { Conflict } from './Conflict.tsx';
export { Problems } from './Problems.tsx';
export { StepButtons } from './StepButtons.tsx';
export { StepDialog } from './StepDialog.tsx';

export { NewPersonDialog } from './NewPersonDialog.tsx';
export { PersonDialog } from './PersonDialog.tsx';

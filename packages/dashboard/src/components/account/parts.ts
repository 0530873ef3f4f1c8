export { Button } from '../button/Button.tsx';
export { Dialog } from '../dialog/Dialog.tsx';
export { Facts } from '../facts/Facts.tsx';
export { InPersonNote, RefusalNote } from './Notes.tsx';
export { refusalOf } from './form/refusal.ts';
export { useMe } from './useMe.ts';

export { Guard } from './guard.ts';
export { guardedProcess, type Guarded } from './guarded.ts';

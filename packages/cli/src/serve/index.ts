export { refuseTakenPort } from './address.ts';
export { serve } from './serve.ts';
export { welcome } from './welcome.ts';

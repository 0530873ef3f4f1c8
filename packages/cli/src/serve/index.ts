export { refuseTakenPort } from './address.ts';
export { firstSignIn } from './first-sign-in.ts';
export { keepHeapSmall } from './heap.ts';
export { operatingOptions } from './operating-options.ts';
export { serve } from './serve.ts';
export { welcome } from './welcome.ts';

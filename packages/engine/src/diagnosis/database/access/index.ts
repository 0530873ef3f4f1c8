export { connections } from './connections.ts';
export { encryption } from './encryption.ts';
export { password } from './password.ts';
export { privileges } from './privileges.ts';
export { role } from './role.ts';

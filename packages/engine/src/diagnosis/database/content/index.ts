export { loads } from './loads.ts';
export { schema } from './schema.ts';
export { space } from './space.ts';

export { openJson } from './open-json.ts';

export { extensions } from './extensions.ts';
export { settings } from './settings.ts';
export { text } from './text.ts';
export { version } from './version.ts';
export { waits } from './waits.ts';
export { wraparound } from './wraparound.ts';

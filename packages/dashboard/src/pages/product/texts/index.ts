export { pageWords } from './page.ts';
export { panelWords } from './panels.ts';

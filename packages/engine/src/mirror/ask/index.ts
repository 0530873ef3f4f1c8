export { openAsk } from './ask.ts';
export type { Ask, AskOptions, QuestionOptions } from './options.ts';
export { touches } from './touches.ts';

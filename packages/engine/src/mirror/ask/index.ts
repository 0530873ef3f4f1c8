export { openAsk } from './ask.ts';
export type { Ask, AskOptions, QuestionOptions } from './options.ts';
export { questionText } from './question-text.ts';
export { touches } from './touches.ts';

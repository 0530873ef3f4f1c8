export { Answer, type AnswerProps, type Asked } from './Answer.tsx';

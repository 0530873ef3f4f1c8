export { translateExpression } from './expression.ts';
export { translateQuery } from './query.ts';

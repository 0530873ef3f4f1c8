export type { ViewComparison } from './compare-answers.ts';
export { compareView, type ViewContext } from './compare-view.ts';

export type { JsonColumns } from './column-finder.ts';
export { SamplingVisitor } from './sampling.ts';
export { StagingVisitor } from './staging.ts';
export { TextVisitor } from './texts.ts';

export type { PageEnd, PageReader } from './page-reader.ts';
export { PageReaders } from './page-readers.ts';

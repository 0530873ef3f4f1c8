export { openParquet } from './open-parquet.ts';

export {
  endpoint,
  type AnswerOf,
  type BodyOf,
  type Endpoint,
  type Method,
  type ParamsOf,
  type QueryOf,
} from './endpoint.ts';
export {
  formatParameter,
  freshnessParameters,
  rowsFormatParameter,
  sqlFormat,
  tableFormats,
  type TableFormat,
} from './format.ts';
export { pageLimits, pageOf, pageParameters } from './pagination.ts';
export {
  Conteo,
  Decimal,
  Fecha,
  Identificador,
  Instante,
  nullable,
  patrones,
  Texto,
  textFilter,
} from './primitives.ts';
export { Problem, ProblemField, problemTable, type ProblemCode } from './problem.ts';
export {
  booleanColumn,
  dateColumn,
  decimalColumn,
  instantColumn,
  integerColumn,
  orNull,
  tableOf,
  textColumn,
  type Cell,
  type Column,
  type ColumnType,
  type RowOf,
  type Table,
} from './table.ts';

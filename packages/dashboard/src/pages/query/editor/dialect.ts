import { PostgreSQL, SQLDialect } from '@codemirror/lang-sql';

/** The keywords of DuckDB's SELECT; what writes is not answered, and so not suggested. */
const keywords = `all and anti any as asc asof between by case cast collate cross cube current desc distinct else end escape
  except exclude exists extract false fetch filter first following for from full group grouping having ilike in inner
  intersect interval is isnull join last lateral left like limit materialized natural next not notnull null nulls offset
  on only or order outer over partition positional preceding qualify range recursive replace respect right rollup row
  rows select semi sets similar some symmetric table then ties to true try_cast unbounded union unknown using values
  when where window with within`;

const types = `bigint boolean date decimal double float hugeint integer interval numeric real smallint text time timestamp
  timestamptz tinyint varchar`;

/** Functions that a statement may call, those that planners need: docs/sql.md has all of them. */
const functions = `abs age any_value arg_max arg_min avg ceil coalesce concat concat_ws contains count count_if cume_dist
  date_diff date_part date_trunc day dayname dense_rank first_value floor greatest hour isodow lag last_day last_value
  lead least left length lower lpad max median min month monthname ntile nullif quantile_cont quarter rank regexp_extract
  regexp_matches replace round row_number split_part starts_with stddev_samp strftime string_agg substring sum to_days
  to_months trim trunc upper week year`;

export const duckdb = SQLDialect.define({
  ...PostgreSQL.spec,
  keywords,
  types,
  builtin: functions,
  doubleDollarQuotedStrings: false,
});

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * Functions of one row. Only those whose result is never much longer than their arguments, whose time grows with the length
 * of these, and that read nothing else: no lists or structs, no settings, no clock.
 */
export const scalarFunctions = words(`
  + - * / // % ^ ** ~~ !~~ ~~* !~~* like_escape not_like_escape ilike_escape not_ilike_escape
  abs ceil ceiling floor round trunc sign sqrt cbrt exp ln log log2 log10 power pow mod greatest least nullif isnan isinf isfinite
  lower upper lcase ucase trim ltrim rtrim length len char_length character_length strlen left right substring substr
  position instr strpos contains starts_with ends_with prefix suffix strip_accents translate split_part reverse ascii unicode
  lpad rpad regexp_matches regexp_full_match regexp_extract
  date_part datepart date_trunc datetrunc date_diff datediff date_sub datesub date_add year month day quarter week weekofyear
  dayofweek weekday isodow dayofyear hour minute second isoyear yearweek dayname monthname last_day make_date make_time
  make_timestamp age to_years to_quarters to_months to_weeks to_days to_hours to_minutes to_seconds timezone epoch time_bucket
  strftime strptime try_strptime to_timestamp`);

/** Functions of many rows, also as windows. Not `mode` and `entropy`: DuckDB does not count what they hold as memory. */
export const aggregateFunctions = words(`
  count count_star count_if countif sum avg mean min max first last any_value arg_min arg_max min_by max_by median quantile_cont
  quantile_disc stddev stddev_samp stddev_pop variance var_samp var_pop corr covar_pop covar_samp regr_slope regr_intercept
  regr_r2 regr_count bool_and bool_or product skewness kurtosis approx_count_distinct`);

/** Of these, so many arguments are taken: with one more they make a list of as many values as it says. */
export const mostArguments: Readonly<Record<string, number>> = {
  min: 1,
  max: 1,
  arg_min: 2,
  arg_max: 2,
  min_by: 2,
  max_by: 2,
};

/**
 * Each makes texts as long as its argument for two thousand rows before DuckDB looks whether it is to stop, in memory that it
 * does not count: so many of them are a limit of their own.
 */
export const copyingFunctions = words(`
  lower upper lcase ucase trim ltrim rtrim left right substring substr strip_accents translate split_part reverse lpad rpad
  regexp_extract strftime`);

/** Functions of windows alone. */
export const windowFunctions = words(`
  row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value`);

/** Their texts grow with each use: each result is held to a length, by this macro, before it is used further. */
export const growingFunctions = words('|| concat concat_ws string_agg group_concat listagg');
export const guard = 'fluxion_bounded';
/** In bytes; of what is written as a constant too. */
export const longestText = 4000;
export const guardSql = `
  CREATE OR REPLACE TEMP MACRO ${guard}(x) AS
    list_transform([x], lambda t: CASE WHEN strlen(t) > ${longestText} THEN error('${guard}') ELSE t END)[1]`;

/** The arguments, by their place, that must be constants: they decide how long the result or the work gets. */
export const constantArguments: Readonly<Record<string, number>> = {
  '~~': 1,
  '!~~': 1,
  '~~*': 1,
  '!~~*': 1,
  like_escape: 1,
  not_like_escape: 1,
  ilike_escape: 1,
  not_ilike_escape: 1,
  regexp_matches: 1,
  regexp_full_match: 1,
  regexp_extract: 1,
  lpad: 1,
  rpad: 1,
  strftime: 1,
  strptime: 1,
  try_strptime: 1,
};
/** As a number, or as the length of a text. */
export const mostConstant = 200;

/**
 * Patterns that DuckDB matches by trying every way: so many `%` of them, or the trying takes for ever. LIKE without `_` is
 * matched from left to right.
 */
export const mostWildcards = 2;
export const triedPatterns = words('like_escape not_like_escape ilike_escape not_ilike_escape');
/** ILIKE tries every way too; LIKE of the lower case means the same. */
export const caseless: Readonly<Record<string, string>> = { '~~*': '~~', '!~~*': '!~~' };

/** What a FROM may call. */
export const tableFunctions = words('range generate_series');

/** Names that mean a value of the session where no column has them. */
export const sessionValues = words(`
  current_date current_time current_timestamp localtime localtimestamp current_catalog current_database current_schema
  current_role current_user session_user user`);

export const castTypes: ReadonlySet<string> = words(`
  BOOLEAN TINYINT SMALLINT INTEGER BIGINT HUGEINT UTINYINT USMALLINT UINTEGER UBIGINT FLOAT DOUBLE DECIMAL VARCHAR DATE TIME
  TIMESTAMP INTERVAL TIMESTAMP_WITH_TIME_ZONE`);

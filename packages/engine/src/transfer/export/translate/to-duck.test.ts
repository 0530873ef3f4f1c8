import { describe, expect, it } from 'vitest';
import { expressionToDuck, queryToDuck, type Scope } from './to-duck.ts';

const texts = new Set(['name', 'Odd "one']);
const scope: Scope = {
  column: (name, table) => {
    if (table && table.name !== 't') return undefined;
    return texts.has(name) ? { isText: true } : name.length === 1 ? { isText: false } : undefined;
  },
  schema: (name) => ({ public: 'main', side: 'side' })[name],
};

describe('expressions', () => {
  it.each([
    [`'x'::text`, `'x'`],
    [`'it''s'::character varying`, `'it''s'`],
    [`'-1.5'::numeric`, '-1.5'],
    [`(0)::numeric`, '(0)'],
    [`'2020-01-01'::date`, `CAST('2020-01-01' AS DATE)`],
    ['now()', 'now()'],
    ['CURRENT_DATE', 'current_date'],
    ['(gen_random_uuid())::text', 'CAST((uuid()) AS VARCHAR)'],
    [`nextval('public.ids'::regclass)`, `nextval('"main"."ids"')`],
    [`(nextval('side."Odd ""s"'::regclass))::text`, `CAST((nextval('"side"."Odd ""s"')) AS VARCHAR)`],
    [`((a > 0) AND ((name)::text <> 'x'::text))`, `(("a" > 0) AND (("name") <> 'x'))`],
    [`("Odd ""one" = ANY (ARRAY['a'::text, 'b'::text]))`, `("Odd ""one" IN ('a' , 'b'))`],
    [`((name)::text <> ALL ((ARRAY['a'::character varying])::text[]))`, `(("name") NOT IN ('a'))`],
    [`(name ~~ 'a%'::text)`, `("name" LIKE 'a%')`],
    [`(name COLLATE "C" > 'a'::text)`, `("name" > 'a')`],
    [`CASE WHEN (a IS NULL) THEN 1 ELSE length(name) END`, `CASE WHEN ("a" IS NULL) THEN 1 ELSE length("name") END`],
  ])('%s', (sql, expected) => {
    expect(expressionToDuck(sql, scope)).toBe(expected);
  });

  it.each([
    ['another column', 'unknown > 0'],
    ['a division, which is another one for integers', 'a / b'],
    ['a remainder', '(a % 2)'],
    ['a function that is not on the list', 'to_char(a)'],
    ['a cast of a column that is no text', '(a)::text'],
    ['NaN', `(a <> 'NaN'::numeric)`],
    ['a pattern with an escape', `(name ~~ 'a\\_%'::text)`],
    ['a regular expression', `(name ~ 'a'::text)`],
    ['a cast that is not on the list', `'{}'::jsonb`],
    ['another collation', `(name COLLATE "es_ES" > 'a'::text)`],
    ['a sequence outside of the file', `nextval('elsewhere.ids'::regclass)`],
    ['a text with escapes', `E'\\n'::text`],
    ['half an expression', '(a > 0'],
    ['a subquery', '(a > ( SELECT 1))'],
  ])('refuses %s', (_, sql) => {
    expect(expressionToDuck(sql, scope)).toBeUndefined();
  });
});

describe('queries', () => {
  it('reads joined tables under a condition', () => {
    const sql = ` SELECT v.a,\n v.name AS "Odd one"\n FROM (public.t v\n LEFT JOIN side.t s ON (((s.name)::text = (v.name)::text)))\n WHERE (v.a IS NOT NULL);`;
    expect(queryToDuck(sql, scope)).toBe(
      `SELECT "v"."a" , "v"."name" AS "Odd one" FROM ("main"."t" "v" LEFT JOIN "side"."t" "s" ON ((("s"."name") = ("v"."name")))) WHERE ("v"."a" IS NOT NULL)`,
    );
  });

  it.each([
    'SELECT count(*) AS n FROM public.t',
    'SELECT t.a FROM public.t ORDER BY t.a DESC',
    'SELECT t.a FROM elsewhere.t',
    'SELECT t.a FROM public.t LIMIT 1',
    'SELECT (t.a)::text AS a FROM public.t',
    'SELECT a.x FROM public.t a GROUP BY a.x',
  ])('refuses %s', (sql) => {
    expect(queryToDuck(sql, scope)).toBeUndefined();
  });
});

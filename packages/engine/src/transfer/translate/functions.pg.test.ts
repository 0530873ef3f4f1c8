import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothEngines, type BothEngines } from './testing/both-engines.ts';
import { tables } from './testing/tables.ts';

let database: TestDatabase;
let both: BothEngines;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'empty' });
  both = await onBothEngines(database.pool, tables);
});
afterAll(async () => {
  both.close();
  await database.drop();
});

it.each([
  `SELECT ID, NAME, Price FROM items ORDER BY id`,
  `SELECT * FROM items ORDER BY id`,
  `SELECT id, price * 2 + 1.25 AS d, -id AS n, id % 2 AS r, id % (id - 2) AS z, id - 10 AS m FROM items ORDER BY id`,
  `SELECT id FROM items WHERE (price BETWEEN 1 AND 3 OR id IN (2, 3)) AND NOT (flag IS NOT NULL AND flag) ORDER BY id`,
  `SELECT id FROM items WHERE "Name" LIKE '%\\%%' OR "Name" NOT LIKE 'pan%' ORDER BY id`,
  `SELECT id, CASE WHEN price > 5 THEN 'high' WHEN price IS NULL THEN '' ELSE 'it''s low' END AS c, coalesce("Name", '-') AS n, nullif(id, 2) AS z FROM items ORDER BY id`,
  `SELECT id, "Name" || '/' || "Name" AS t, length("Name") AS l FROM items ORDER BY id`,
  `SELECT id FROM items WHERE day <= DATE '2024-01-01' + INTERVAL 30 DAY ORDER BY id`,
  `SELECT id / 2 AS half, qty / id, price / 3, w / 2, 1 / (id - 1), price / (id-1), w / (w - w), 1 / w FROM items ORDER BY id`,
  `SELECT avg(price), avg(id), avg(w) FILTER (WHERE id < 3), avg(qty), avg(small), avg(tiny), avg(big) FROM items`,
  `SELECT sum(id), sum(qty) FILTER (WHERE id<6), sum(price), sum(small), sum(tiny), sum(w) FILTER (WHERE id IN (1,2,6)), sum(flag), count_if(flag), count(*), count(price) FROM items`,
  `SELECT id, lower("Name"), upper("Name"), trim("Name"), ltrim("Name"), rtrim("Name"), trim("Name", 'np') FROM items ORDER BY id`,
  `SELECT id // 2, -qty // 3, id // (id - 1), w // 2, qty % 4, price % 3, price % 0, id % 0 FROM items WHERE id <> 7 ORDER BY id`,
  `SELECT round(price), round(price, 1), round(w), round(w, 1), round(qty, -1), round(price, -1), floor(price), ceil(price), floor(w), ceil(w), trunc(w), trunc(price), trunc(price, 1), floor(id), sign(w), sign(price), abs(w), abs(price) FROM items WHERE id <> 7 ORDER BY id`,
  `SELECT price::INTEGER, price::DECIMAL(12,1), price::DOUBLE, id::DECIMAL(10,2), id::BIGINT, id::SMALLINT, flag::INTEGER, id::BOOLEAN, flag::BIGINT FROM items ORDER BY id`,
  `SELECT id::VARCHAR, price::VARCHAR, flag::VARCHAR, day::VARCHAR, ts::VARCHAR, w::VARCHAR, small::VARCHAR, big::VARCHAR FROM items ORDER BY id`,
  `SELECT w::INTEGER, w::DECIMAL(10,2) FROM items WHERE id IN (1,2,3,6) ORDER BY id`,
  `SELECT ts::DATE, day::TIMESTAMP FROM items ORDER BY id`,
  `SELECT concat("Name", id, NULL, flag), concat_ws('-', "Name", id, day), "Name" || id || price FROM items ORDER BY id`,
  `SELECT substr("Name", 2), substr("Name", 2, 3), substr("Name", -2), substr("Name", -3, 2), substr("Name", 0, 2), substring("Name" FROM 2 FOR 1), substr("Name", id), substr("Name", 1, id - 3), substr("Name", id - 4, 2), substr("Name", 3, id - 5) FROM items ORDER BY id`,
  `SELECT left("Name", 2), left("Name", -2), right("Name", 2), right("Name", -2), replace("Name", 'n', 'NN'), replace("Name", '', 'x'), lpad("Name", 4, 'xy'), rpad("Name", 4, 'xy'), repeat("Name", id - 2), instr("Name", 'n'), contains("Name", 'an'), starts_with("Name", 'p'), ends_with("Name", 'n'), position('a' IN "Name"), strlen("Name"), ascii("Name"), md5("Name"), sha256("Name") FROM items ORDER BY id`,
  `SELECT split_part("Name", ' ', 1), string_split("Name", ' '), string_split("Name", 'a')[1], split_part("Name", 'a', 2) FROM items ORDER BY id`,
  `SELECT regexp_matches("Name", '^p.n'), "Name" SIMILAR TO 'p[a-z]+', regexp_replace("Name", 'a', 'X'), regexp_replace("Name", '[aeiou]', '', 'g'), regexp_extract("Name", '[a-z]+'), regexp_extract("Name", '(p)an', 1), regexp_matches("Name", '\\d+%|dulce$'), regexp_replace("Name", '(p)(a)', '\\2\\1\\0'), regexp_matches("Name",'\\w\\s') FROM items ORDER BY id`,
  `SELECT "Name" ILIKE 'PAN%', "Name" ILIKE '%éé%', "Name" LIKE 'p!%n' ESCAPE '!', "Name" NOT ILIKE '%A%' FROM items ORDER BY id`,
  `SELECT date_trunc('month', day), date_trunc('week', day), date_trunc('quarter', ts), date_trunc('hour', ts), date_trunc('year', ts), date_trunc('day', ts), date_trunc('minute', ts), date_trunc('second', ts) FROM items ORDER BY id`,
  `SELECT year(day), month(day), day(day), quarter(day), week(day), dayofweek(day), isodow(day), dayofyear(day), hour(ts), minute(ts), second(ts), millisecond(ts), microsecond(ts), epoch(ts), date_part('year', ts), extract(dow FROM ts), epoch_ms(ts) FROM items ORDER BY id`,
  `SELECT date_diff('day', day, DATE '2024-03-01'), date_diff('month', day, DATE '2024-03-01'), date_diff('year', day, DATE '2024-03-01'), date_diff('quarter', day, DATE '2024-03-01'), date_diff('hour', ts, TIMESTAMP '2024-03-01 00:30:00'), date_diff('minute', ts, TIMESTAMP '2024-03-01 00:30:00'), date_diff('day', ts, TIMESTAMP '2024-03-01 00:30:00') FROM items ORDER BY id`,
  `SELECT day + 1, day - 1, day + INTERVAL 1 MONTH, ts - INTERVAL '1 day 2 hours', ts + to_days(id), day + to_months(id), DATE '2024-03-01' - day FROM items WHERE id <> 7 ORDER BY id`,
  `SELECT last_day(day), dayname(day), monthname(day), strftime(day, '%Y-%m-%d'), strftime(ts, '%d/%m/%y %H:%M:%S %p %j'), make_date(2024, id, 1), make_date(year(day), 1, 1) FROM items WHERE id NOT IN (6) ORDER BY id`,
  `SELECT ts - TIMESTAMP '2024-01-01 10:00:00' FROM items WHERE id <> 7 ORDER BY id`,
  `SELECT id, id + 1 AS a, a * 2 AS b FROM items WHERE a > 3 ORDER BY b DESC`,
  `SELECT id, l[1], l[-1], l[5], len(l), list_contains(l, 2), list_contains(l, NULL), l || [9], list_concat(l, l), list_append(l, 4), list_sort(l), list_reverse_sort(l), list_sum(l), list_max(l), list_avg(l), list_count(l), l[1:2], array_to_string(l, '-'), list_transform(l, x -> x * 2), list_filter(l, x -> x > 1), [x + id for x in l] FROM items ORDER BY id`,
  `SELECT id, s.a, s.B, s.d + 1, s.inner_.x, m['k'], m['nope'], s['a'] FROM nest ORDER BY id`,
  `SELECT twice(id), add_to(id), add_to(id, 2), add_to(id, b := 7), twice(twice(price)) FROM items ORDER BY id`,
  `SELECT greatest(id, qty, 3), least(price, 1), greatest("Name", 'b'), if(flag, 1, 2.5), ifnull(price, 0), nullif(price, 10), nullif("Name", 'pan') FROM items ORDER BY id`,
  `SELECT id FROM items WHERE "Name" < 'b' ORDER BY "Name" DESC, id`,
  `SELECT id FROM items WHERE day >= '2024-01-01' AND ts < '2024-02-01 00:00:00' ORDER BY id`,
  `SELECT id FROM items WHERE w > price OR w = id ORDER BY id`,
  `SELECT id & 3, id | 8, xor(id, 3), ~id FROM items ORDER BY id`,
  `SELECT id, flag AND price > 1, flag OR NULL, NOT flag, flag IS TRUE, flag IS NOT FALSE FROM items ORDER BY id`,
  `SELECT CAST('42' AS INTEGER), CAST('2024-01-31' AS DATE), 1e3, 1.50, -5, 12345678901234567890, 9007199254740993, 'é', NULL, true, INTERVAL '1 month -2 days', TIMESTAMP '2024-01-01 10:00:00', 170141183460469231731687303715884105727`,
  `SELECT sqrt(qty), pi() FROM items WHERE qty >= 0 ORDER BY id`,
  `SELECT CASE grp WHEN 'x' THEN 1 WHEN 'y' THEN 2.5 END FROM items ORDER BY id`,
  `SELECT id FROM items WHERE price IN (2.5, 10) AND grp NOT IN ('y') ORDER BY id`,
  `FROM items SELECT id WHERE id < 3 ORDER BY id`,
  `SELECT 12345678901234567890.12 + 1, 9007199254740993 + 1, 1e300 * 2, 0.1 + 0.2, 1/3, 5 % 3, 2 ** 3`,
  `SELECT id AS "Name", "Name" AS other FROM items WHERE "Name" = 'pan' ORDER BY "Name"`,
  `SELECT ls[1] || 'x' AS a, list_contains(ls, 'a'), list_sort(ls), ls[2] < 'b' FROM items ORDER BY id`,
  `SELECT TRY_CAST(id AS VARCHAR), TRY_CAST('5' AS INTEGER), TRY_CAST('x' AS INTEGER), TRY_CAST('2024-02-30' AS DATE) FROM items`,
  `SELECT max(price) - min(price), max(day) - min(day) FROM items WHERE id < 6`,
  `SELECT id FROM items WHERE flag ORDER BY day DESC, id`,
  `SELECT id, 'x' AS k FROM items WHERE k = 'x' ORDER BY k, id`,
  `SELECT id, [1, 2, 3], ['a'], list_value(id, qty) FROM items ORDER BY id`,
  `SELECT CASE WHEN flag THEN day ELSE ts END FROM items ORDER BY id`,
  `SELECT coalesce(day, DATE '2000-01-01'), coalesce(price, id, 0), coalesce(w, 1), coalesce(NULL, 'x') FROM items ORDER BY id`,
  `SELECT id BETWEEN 2 AND 4.5, price BETWEEN 1 AND 2, day BETWEEN '2024-01-01' AND '2024-12-31', "Name" BETWEEN 'a' AND 'q' FROM items ORDER BY id`,
  `SELECT id, now() > TIMESTAMPTZ '2020-01-01 00:00:00+00' FROM items ORDER BY id`,
  `SELECT current_date > DATE '2020-01-01'`,
  `SELECT id, (day - INTERVAL 1 DAY)::DATE, day + INTERVAL (id) DAY, date_add(day, INTERVAL 1 YEAR) FROM items WHERE id <> 7 ORDER BY id`,
  `SELECT small + tiny, small * 2, tiny + 1, big + 1, big * 2, small / 2, -small, qty - 1 FROM items WHERE id NOT IN (1, 7) ORDER BY id`,
  `SELECT w + 1, w * 2, w - price, -w, w + id FROM items ORDER BY id`,
  `SELECT id FROM items WHERE l = [1, 2, NULL] OR l = [] ORDER BY id`,
  `SELECT id, CASE WHEN id > 2 THEN NULL ELSE price END FROM items ORDER BY id`,
  `SELECT bool_and(price > 0) FILTER (WHERE id < 3), count(*) FILTER (WHERE price IS NULL) FROM items`,
  `SELECT id FROM items ORDER BY lower("Name"), id`,
  `SELECT id, length(upper("Name")) FROM items WHERE lower(grp) = 'x' ORDER BY id`,
  `SELECT m['k'] + s.a, s.d::DOUBLE / 2 FROM nest ORDER BY id`,
  `SELECT epoch_ms(ts), epoch_us(ts) FROM items ORDER BY id`,
  `SELECT id FROM items WHERE "Name" IN ('pan', 'x') OR "Name" IS NULL ORDER BY id`,
  `SELECT id FROM items WHERE NOT (id IN (1, NULL)) ORDER BY id`,
  `SELECT id FROM items WHERE id = ANY([1, 2])`,
  `SELECT 'a' || NULL, concat('a', NULL), NULL + 1, NULL = 1`,
  `SELECT id, price::INTEGER // 2, (price * 100)::BIGINT, CAST(qty AS DOUBLE) FROM items WHERE id <> 7 ORDER BY id`,
  `SELECT "Name"::VARCHAR || ':' || (price * 1.5)::VARCHAR, day || '', id || '' FROM items ORDER BY id`,
  `SELECT date_part('month', day) = 1, extract(epoch FROM ts) FROM items WHERE id < 3 ORDER BY id`,
  `SELECT CAST(id AS BIGINT) * 1000000000, id::HUGEINT * 10 FROM items ORDER BY id`,
  `SELECT 1 WHERE 'a' < 'B'`,
  `SELECT 1::DECIMAL(18,2) / 3, 7::DECIMAL(38,10) / 3, price::DECIMAL(38,10) / 7 FROM items ORDER BY id`,
  `SELECT to_days(5), to_months(2), INTERVAL 3 HOUR, INTERVAL (id) MINUTE FROM items ORDER BY id`,
  `SELECT lower(grp) AS id FROM items WHERE id > 2 ORDER BY 1`,
  `SELECT array_to_string(ls, '-'), array_to_string(l, ','), list_concat(l, [1]), l || [1] FROM items ORDER BY id`,
  `SELECT count(*) FROM items WHERE "Name" = '' OR length("Name") = 0`,
  `SELECT t, TRY_CAST(t AS INTEGER), TRY_CAST(t AS BIGINT), TRY_CAST(t AS DECIMAL(10,2)) FROM numbers`,
  `SELECT CAST(t AS INTEGER), CAST(t AS DECIMAL(10,2)), CAST(t AS DOUBLE) FROM numbers WHERE t IN ('5', ' 12 ', '1.5', '-2.5', '1e2')`,
  `SELECT TRY_CAST('x' AS INTEGER), TRY_CAST('2024-02-30' AS DATE), TRY_CAST('5' AS INTEGER)`,
])('%s', async (query) => {
  const { source, target } = await both.answers(query);
  expect(target).toEqual(source);
});

import { quoteIdentifier, quoteLiteral } from '../../base/index.ts';
import type { ViewSpec } from '../../duckdb/index.ts';
import { postgresName } from '../plan/names/names.ts';
import { translatorFor, type NamedObject } from '../plan/translators.ts';
import { placeOf, type DdlContext } from './context.ts';
import { made, refused, renaming, sourceName } from './object-report.ts';
import type { PlannedObject } from './object-statement.ts';
import { translated, type Translation } from './translated.ts';

/** A view, its query in PostgreSQL's SQL, and what it reads. */
interface TranslatedView {
  readonly view: ViewSpec;
  readonly query: Translation;
  readonly reads: readonly NamedObject[];
}

const keyOf = ({ schema, name }: NamedObject) => JSON.stringify([schema, name]);

/** The views of the source that the target lacks, each after those that it reads. */
export async function planViews(context: DdlContext): Promise<PlannedObject[]> {
  const { session, plan } = context;
  const views: TranslatedView[] = [];
  for (const view of session.catalog.views) {
    const reads: NamedObject[] = [];
    const translator = translatorFor(session, { schema: view.schema, onUse: (object) => reads.push(object) });
    views.push({ view, query: await translated(translator.view(view)), reads });
  }
  const absent = new Map<string, string>();
  for (const table of session.catalog.tables)
    if (!plan.tables.some(({ source }) => source === table) && !placeOf(context, table).there)
      absent.set(keyOf(table), `${sourceName(table)}, which is not carried across`);
  const objects: PlannedObject[] = [];
  for (const one of inOrder(views)) {
    const object = planView(context, one, absent);
    if (object.report.outcome === 'refused')
      absent.set(keyOf(one.view), `${sourceName(one.view)}, which is not carried across either`);
    objects.push(object);
  }
  return objects;
}

/** DuckDB forgets in which order views were made; a circle, which no database has, keeps the given order. */
function inOrder(views: readonly TranslatedView[]): TranslatedView[] {
  const ordered = new Set<TranslatedView>();
  const visiting = new Set<TranslatedView>();
  const byKey = new Map(views.map((one) => [keyOf(one.view), one]));
  const visit = (one: TranslatedView) => {
    if (visiting.has(one)) return;
    visiting.add(one);
    for (const read of one.reads) {
      const before = byKey.get(keyOf(read));
      if (before) visit(before);
    }
    ordered.add(one);
  };
  views.forEach(visit);
  return [...ordered];
}

function planView(
  context: DdlContext,
  { view, query, reads }: TranslatedView,
  absent: ReadonlyMap<string, string>,
): PlannedObject {
  const name = sourceName(view);
  const place = placeOf(context, view);
  if (place.there?.kind === 'a view')
    return { report: { kind: 'view', name, outcome: 'kept', reason: 'the target has its own of that name' } };
  if (place.there) return refused('view', name, `the target has ${place.there.kind} of that name`, view.sql);
  if (context.created.some(({ target }) => target.schema === place.schema && target.name === place.name))
    return refused('view', name, 'a table of the source gets that name in the target', view.sql);
  if ('reason' in query) return refused('view', name, query.reason, view.sql);
  const lacking = reads.map((read) => absent.get(keyOf(read))).find((reason) => reason !== undefined);
  if (lacking !== undefined) return refused('view', name, `reads ${lacking}`, view.sql);
  const { quoted } = place;
  const columns = view.columns.map((column) => quoteIdentifier(postgresName(column))).join(', ');
  const sql = [`CREATE VIEW ${quoted} (${columns}) AS ${query.sql}`, ...comments(view, quoted)].join(';\n');
  const own = { kind: 'view', name, definition: view.sql } as const;
  return made({ ...own, phase: 'view', table: quoted, creates: quoted, sql }, renaming(view.name, place.name));
}

function comments(view: ViewSpec, quoted: string): string[] {
  const onColumns = view.columns.flatMap((column, index) => {
    const comment = view.columnComments[index] ?? null;
    if (comment === null) return [];
    return [`COMMENT ON COLUMN ${quoted}.${quoteIdentifier(postgresName(column))} IS ${quoteLiteral(comment)}`];
  });
  return view.comment === null
    ? onColumns
    : [`COMMENT ON VIEW ${quoted} IS ${quoteLiteral(view.comment)}`, ...onColumns];
}

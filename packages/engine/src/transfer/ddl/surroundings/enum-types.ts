import { quoteLiteral, quoteQualified } from '../../../base/index.ts';
import { postgresTypeFor } from '../../../catalog/index.ts';
import type { EnumSpec } from '../../../duckdb/index.ts';
import { planEnums } from '../../plan/names/enum-names.ts';
import type { ObjectReport } from '../../report.ts';
import type { DdlContext } from '../context.ts';
import { present, renaming, sourceName } from '../object-report.ts';
import { createEnum, enumsIn, type EnumType } from '../tables/probe.ts';

type TypeName = Pick<EnumType, 'schema' | 'name'>;

/** The enum types that the created columns need and those that the file names, made where the target lacks them. */
export function planEnumTypes({ session, plan, created, narrowed }: DdlContext) {
  const { catalog, options } = session;
  const enums = planEnums(catalog, plan.relations, options);
  const quoted = ({ schema, name }: TypeName) => quoteQualified(schema, name);
  const isThere = ({ schema, name }: TypeName) =>
    plan.relations.some((relation) => relation.labels && relation.schema === schema && relation.name === name);
  const needed = new Map<string, EnumType>();
  for (const type of created.flatMap(({ columns }) => columns.flatMap((column) => enumsIn(column.type))))
    needed.set(quoted(type), type);
  const reports: ObjectReport[] = [];
  const comments: string[] = [];
  for (const source of catalog.enums) {
    const name = enums.named(source);
    if (!isPossible(source)) {
      reports.push(asText(source));
      continue;
    }
    if ((narrowed || created.length === 0) && !needed.has(quoted(name))) continue;
    needed.set(quoted(name), { ...name, kind: 'enum', labels: source.labels });
    const exists = isThere(name);
    reports.push(enumReport(source, name.name, exists));
    if (!exists && source.comment !== null)
      comments.push(`COMMENT ON TYPE ${quoted(name)} IS ${quoteLiteral(source.comment)}`);
  }
  const missing = [...needed.values()].filter((type) => !isThere(type));
  const aliases = catalog.aliases.map((alias): ObjectReport => {
    const reason = `columns of it have what it stands for, ${alias.of}`;
    return { kind: 'type', name: sourceName(alias), outcome: 'changed', reason };
  });
  return {
    before: [...missing.map(createEnum), ...comments],
    reports: [...reports, ...aliases],
    created: missing.map(quoted),
  };
}

function isPossible({ name, labels }: EnumSpec): boolean {
  const type = postgresTypeFor({ id: 'ENUM', text: name, labels }, () => ({ schema: '', name }));
  return !('refused' in type) && type.kind === 'enum';
}

function asText(source: EnumSpec): ObjectReport {
  const reason = 'columns of it are text with a check on its labels: PostgreSQL takes no label of over 63 bytes';
  return { kind: 'type', name: sourceName(source), outcome: 'changed', reason };
}

function enumReport(source: EnumSpec, target: string, exists: boolean): ObjectReport {
  const name = sourceName(source);
  if (!exists) return present('type', name, renaming(source.name, target));
  return { kind: 'type', name, outcome: 'kept', reason: 'the target has one of that name and with the same labels' };
}

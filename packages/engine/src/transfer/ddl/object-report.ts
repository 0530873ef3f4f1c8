import { postgresName } from '../plan/names/names.ts';
import type { ObjectKind, ObjectReport } from '../report.ts';
import type { ObjectStatement, PlannedObject } from './object-statement.ts';

/** The name of a source's object as a person knows it. */
export function sourceName({ schema, name }: { readonly schema: string; readonly name: string }): string {
  return schema === 'main' ? name : `${schema}.${name}`;
}

/** An object of the source that is not made. */
export function refused(kind: ObjectKind, name: string, reason: string, definition: string): PlannedObject {
  return { report: { kind, name, outcome: 'refused', reason, definition } };
}

/** An object that a statement of its own makes, and what is otherwise about it. */
export function made(statement: ObjectStatement, ...changes: readonly (string | undefined)[]): PlannedObject {
  return { report: present(statement.kind, statement.name, ...changes), statement };
}

/** Why an object has another name than in the source; undefined: it has the same. */
export function renaming(source: string, target: string): string | undefined {
  if (source === target) return undefined;
  return `is ${target} here: ${postgresName(source) === target ? 'PostgreSQL cannot keep its name' : 'something else has its name'}`;
}

/** The report of an object that is there, and what is otherwise about it. */
export function present(kind: ObjectKind, name: string, ...changes: readonly (string | undefined)[]): ObjectReport {
  const reasons = changes.filter((change) => change !== undefined);
  if (reasons.length === 0) return { kind, name, outcome: 'same' };
  return { kind, name, outcome: 'changed', reason: reasons.join('; ') };
}

/** What is refused as comments of SQL: whatever it holds, each of its lines begins with two hyphens. */
export function asComments(reports: readonly ObjectReport[]): string[] {
  return reports
    .filter(({ outcome }) => outcome === 'refused')
    .map(({ kind, name, reason = '', definition = '' }) =>
      [`${kind} ${name} is not carried across: ${reason}`, definition]
        .flatMap((text) => text.split(/\r\n|[\r\n]/))
        .filter((line) => line !== '')
        .map((line) => `-- ${line}`)
        .join('\n'),
    );
}

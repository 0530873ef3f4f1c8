import { quoteIdentifier, quoteLiteral } from '../../base/index.ts';
import type { DeclaredTable } from '../declared.ts';

/** The functions of a table's triggers; its id is in the name, so that no other table's can be meant. */
function functionName(id: number, noted: 'changes' | 'moves' = 'changes'): string {
  return `fluxion_mirror.note_${noted}_${id}`;
}

const columnsOf = (names: readonly string[], row: string) =>
  names.map((name) => `${row}.${quoteIdentifier(name)}`).join(', ');

/** The distinct units of a transition table, as arrays of texts: cast after they are distinct, few and not for each row. */
function unitsSql(unit: readonly string[], rows: string): string {
  const texts = unit.map((name) => `u.${quoteIdentifier(name)}::text`).join(', ');
  return `ARRAY(SELECT ROW(ARRAY[${texts}])::fluxion_mirror.unit FROM (${rows}) AS u)`;
}

function distinctSql(unit: readonly string[], table: string): string {
  return `SELECT DISTINCT ${columnsOf(unit, 'r')} FROM ${table} AS r`;
}

function wholeTableBody(id: number): string {
  const note = `PERFORM fluxion_mirror.note_units(${id}, ARRAY[ROW('{}')::fluxion_mirror.unit]);`;
  return `
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT FROM old_rows) THEN ${note} END IF;
  ELSIF EXISTS (SELECT FROM new_rows) THEN
    ${note}
  END IF;
  RETURN NULL;
END`;
}

/**
 * A column of the unit that somebody has renamed or dropped must not keep others from writing. Nothing is lost: the
 * table's fingerprint is another one by that, and the table is brought across anew or not at all.
 */
function unitsBody(id: number, unit: readonly string[]): string {
  const [before, after] = [distinctSql(unit, 'old_rows'), distinctSql(unit, 'new_rows')];
  const both = `SELECT ${columnsOf(unit, 'r')} FROM old_rows AS r UNION SELECT ${columnsOf(unit, 'r')} FROM new_rows AS r`;
  return `
DECLARE
  units fluxion_mirror.unit[];
BEGIN
  BEGIN
    IF TG_OP = 'INSERT' THEN
      units := ${unitsSql(unit, after)};
    ELSIF TG_OP = 'DELETE' THEN
      units := ${unitsSql(unit, before)};
    ELSE
      units := ${unitsSql(unit, both)};
    END IF;
  EXCEPTION WHEN undefined_column THEN
    RETURN NULL;
  END;
  IF cardinality(units) > 0 THEN
    PERFORM fluxion_mirror.note_units(${id}, units);
  END IF;
  RETURN NULL;
END`;
}

/** What the function does, as `pg_proc.prosrc` keeps it. */
export function functionBody({ id, unit }: Pick<DeclaredTable, 'id' | 'unit'>): string {
  return unit.length === 0 ? wholeTableBody(id) : unitsBody(id, unit);
}

/**
 * For rows that leave their partition. PostgreSQL tells statement triggers of those that MERGE moves as if they were
 * deleted and inserted, which is of no use if the MERGE has no such action.
 */
function movesBody({ id, unit }: Pick<DeclaredTable, 'id' | 'unit'>): string {
  const unitOf = (row: string) => {
    const texts = unit.map((name) => `${row}.${quoteIdentifier(name)}::text`).join(', ');
    return `ROW(ARRAY[${texts}]::text[])::fluxion_mirror.unit`;
  };
  return `
DECLARE
  units fluxion_mirror.unit[];
BEGIN
  BEGIN
    units := ARRAY[${unitOf('OLD')}, ${unitOf('NEW')}];
  EXCEPTION WHEN undefined_column THEN
    RETURN NEW;
  END;
  PERFORM fluxion_mirror.note_units(${id}, units);
  RETURN NEW;
END`;
}

/** Runs with the rights of its owner: who writes into the table has none on the notes. */
function createSql(name: string, body: string): string {
  return `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog SET datestyle = 'ISO, YMD' AS ${quoteLiteral(body)}`;
}

export function createFunctionSql(table: Pick<DeclaredTable, 'id' | 'unit'>): string {
  const moves = createSql(functionName(table.id, 'moves'), movesBody(table));
  return `${createSql(functionName(table.id), functionBody(table))}; ${moves}`;
}

/** The functions of a table that is no longer declared, while its triggers are still there. */
export function idleFunctionSql(id: number): string {
  const moves = createSql(functionName(id, 'moves'), 'BEGIN RETURN NEW; END');
  return `${createSql(functionName(id), 'BEGIN RETURN NULL; END')}; ${moves}`;
}

const events = {
  insert: 'NEW TABLE AS new_rows',
  update: 'OLD TABLE AS old_rows NEW TABLE AS new_rows',
  delete: 'OLD TABLE AS old_rows',
};

/** A relation that triggers are to be made on. */
export interface Unequipped {
  readonly id: number;
  readonly relation: string;
  readonly isOurs: boolean;
  /** The declared table that it is of, if rows that move between partitions are not noted on it; null: they are, or there are none. */
  readonly divided: string | null;
  /** The columns by which rows are divided, on all levels; null: expressions are among them. */
  readonly keys: readonly string[] | null;
}

/** Makes the triggers on one relation, or makes them anew; as its owner so that they fire in replicas' sessions too. */
export function createTriggersSql({ id, relation, isOurs, divided, keys }: Unequipped): string {
  const always = (on: string, name: string) => (isOurs ? [`ALTER TABLE ${on} ENABLE ALWAYS TRIGGER ${name}`] : []);
  const statements = Object.entries(events).flatMap(([event, tables]) => {
    const name = `fluxion_mirror_${event}`;
    const create = `CREATE OR REPLACE TRIGGER ${name} AFTER ${event.toUpperCase()} ON ${relation}
      REFERENCING ${tables} FOR EACH STATEMENT EXECUTE FUNCTION ${functionName(id)}()`;
    return [create, ...always(relation, name)];
  });
  if (divided === null) return statements.join(';\n');
  const moves = keys?.map((key) => `OLD.${quoteIdentifier(key)} IS DISTINCT FROM NEW.${quoteIdentifier(key)}`);
  // On the whole table: its partitions have it from there, later ones too.
  const create = `CREATE OR REPLACE TRIGGER fluxion_mirror_move BEFORE UPDATE ON ${divided} FOR EACH ROW
    WHEN (${moves?.join(' OR ') ?? 'OLD.* IS DISTINCT FROM NEW.*'}) EXECUTE FUNCTION ${functionName(id, 'moves')}()`;
  return [...statements, create, ...always(divided, 'fluxion_mirror_move')].join(';\n');
}

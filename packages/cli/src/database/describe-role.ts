import { quoteIdentifier } from '@fluxion/engine/base';
import type { PreparedRole } from '@fluxion/engine/postgres';
import { visible } from '../output/index.ts';

interface Right {
  readonly has: boolean;
  readonly what: string;
  readonly advice: string;
}

function rightsOf({ database: databaseName, role: roleName, ...rights }: PreparedRole): readonly Right[] {
  const [database, role] = [quoteIdentifier(databaseName), quoteIdentifier(roleName)];
  return [
    {
      has: rights.ownsDatabase,
      what: 'owns the database',
      advice: `ALTER DATABASE ${database} OWNER TO ${role};`,
    },
    {
      has: rights.createSchemas,
      what: 'may make schemas',
      advice: `GRANT CREATE ON DATABASE ${database} TO ${role};`,
    },
    {
      has: rights.createTables,
      what: 'may make tables in public',
      advice: `in the database ${database}: GRANT ALL ON SCHEMA public TO ${role};`,
    },
    {
      has: rights.temporaryTables,
      what: 'may make temporary tables',
      advice: `GRANT TEMPORARY ON DATABASE ${database} TO ${role};`,
    },
  ];
}

/** Whether the role may do all that Fluxion does. */
export function isEnough(prepared: PreparedRole): boolean {
  return prepared.foreignTables.length === 0 && rightsOf(prepared).every(({ has }) => has);
}

function foreign({ foreignTables: tables, role: roleName, database }: PreparedRole): readonly string[] {
  if (tables.length === 0) return [];
  const role = quoteIdentifier(roleName);
  return [
    `These belong to another role, and ${role} cannot change them: ${tables.join(', ')}.`,
    `  Their owner gives them away, in the database ${quoteIdentifier(database)}, and with them the databases that it owns:`,
    `  GRANT ${role} TO CURRENT_USER; REASSIGN OWNED BY CURRENT_USER TO ${role}; REVOKE ${role} FROM CURRENT_USER;`,
  ];
}

/** What was made, and what the role may do now, as it was found by signing in. */
export function describeRole(prepared: PreparedRole): string {
  const { role, database, createdRole, createdDatabase, beyond } = prepared;
  const made = createdRole ? 'was created' : 'was there, and has the password of the address';
  return [
    `The role "${role}" ${made}; the database "${database}" ${createdDatabase ? 'was created' : 'was there'}.`,
    `It has signed in, and ${beyond.length === 0 ? 'may do nothing beyond its database' : `has ${beyond.join(', ')} besides, which Fluxion does not need`}.`,
    ...rightsOf(prepared).map(({ has, what, advice }) => (has ? `  yes  ${what}` : `  NO   ${what}: ${advice}`)),
    ...foreign(prepared),
  ]
    .map(visible)
    .join('\n');
}

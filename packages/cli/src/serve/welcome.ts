/** What `fluxion up` tells once it serves. */
export interface Welcome {
  readonly version: string;
  readonly origin: string;
  readonly token: string;
  /** As PostgreSQL says it: '18.4'. */
  readonly databaseVersion: string;
  readonly embeddedIn: string | undefined;
  /** The last business date with sales, 'YYYY-MM-DD'; undefined while there are none. */
  readonly lastDate: string | undefined;
}

/** Text for a person, and the same for a program. */
export function welcome(facts: Welcome): { readonly text: string; readonly json: object } {
  const { origin, token, embeddedIn, databaseVersion, lastDate, version } = facts;
  const dashboard = `${origin}/app/#token=${token}`;
  const curl = `curl -s -H 'Authorization: Bearer ${token}' '${origin}${sampleQuestion(lastDate)}'`;
  const where = embeddedIn === undefined ? '' : ` in ${embeddedIn}`;
  const text = [
    `Fluxion ${version} is running on ${origin}, with PostgreSQL ${databaseVersion}${where}.`,
    '',
    'Dashboard, signed in:',
    `  ${dashboard}`,
    lastDate === undefined
      ? 'API, for example the stores:'
      : 'API, for example the totals of the last month with sales:',
    `  ${curl}`,
    '',
    'Ctrl-C stops it.',
  ].join('\n');
  return { text, json: { address: origin, dashboard, token, curl, lastDate: lastDate ?? null } };
}

/** A question that has an answer in this database. */
function sampleQuestion(lastDate: string | undefined): string {
  if (lastDate === undefined) return '/ubicaciones';
  return `/estadisticas?fecha_inicio=${lastDate.slice(0, 'YYYY-MM'.length)}-01&fecha_fin=${lastDate}`;
}

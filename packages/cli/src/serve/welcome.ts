/** What `fluxion up` tells once it serves. */
export interface Welcome {
  readonly version: string;
  readonly origin: string;
  /** What the first sign-in is by: undefined once an administrator has a password. */
  readonly token: string | undefined;
  readonly link: string | undefined;
  /** As PostgreSQL says it: '18.4'. */
  readonly databaseVersion: string;
  readonly embeddedIn: string | undefined;
  /** The last business date with sales, 'YYYY-MM-DD'; undefined while there are none. */
  readonly lastDate: string | undefined;
}

/** Text for a person, and the same for a program: what is not there is null. */
export function welcome(facts: Welcome): { readonly text: string; readonly json: object } {
  const { origin, token, link, embeddedIn, databaseVersion, lastDate, version } = facts;
  const dashboard = `${origin}/app/${token === undefined ? '' : `#token=${token}`}`;
  const password = link === undefined ? null : `${origin}/app/#enlace=${link}`;
  const curl =
    token === undefined ? null : `curl -s -H 'Authorization: Bearer ${token}' '${origin}${sampleQuestion(lastDate)}'`;
  const where = embeddedIn === undefined ? '' : ` in ${embeddedIn}`;
  const text = [
    `Fluxion ${version} is running on ${origin}, with PostgreSQL ${databaseVersion}${where}.`,
    '',
    token === undefined ? 'Dashboard:' : 'Dashboard, signed in:',
    `  ${dashboard}`,
    ...(password === null
      ? []
      : ['No administrator has a password yet. To choose that of admin@localhost, once:', `  ${password}`]),
    ...(curl === null ? [] : [sampleTitle(lastDate), `  ${curl}`]),
    '',
    'Ctrl-C stops it.',
  ].join('\n');
  const json = { address: origin, dashboard, password, token: token ?? null, curl, lastDate: lastDate ?? null };
  return { text, json };
}

function sampleTitle(lastDate: string | undefined): string {
  return lastDate === undefined
    ? 'API, for example the stores:'
    : 'API, for example the totals of the last month with sales:';
}

/** A question that has an answer in this database. */
function sampleQuestion(lastDate: string | undefined): string {
  if (lastDate === undefined) return '/ubicaciones';
  return `/estadisticas?fecha_inicio=${lastDate.slice(0, 'YYYY-MM'.length)}-01&fecha_fin=${lastDate}`;
}

/** The parameters of an address, by name: text, or several in their order. */
export type Search = Readonly<Record<string, string | readonly string[]>>;

/** What is changed in a query string: null takes a parameter away. */
export type SearchPatch = Readonly<Record<string, string | readonly string[] | null>>;

/** Reads `?tienda=T1&tienda=T2&q=pan` as the router keeps it. */
export function parseSearch(text: string): Search {
  const parameters = new URLSearchParams(text);
  const names = [...new Set(parameters.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

/** Writes it again: `?…`, or nothing if there are no parameters. */
export function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of [value].flat()) if (one !== undefined && one !== null) parameters.append(name, String(one));
  }
  return parameters.size === 0 ? '' : `?${parameters.toString()}`;
}

/** The same query string with the parameters changed; those that are not named stay as they are. */
export function patchSearch(text: string, patch: SearchPatch): string {
  return writeSearch({ ...parseSearch(text), ...patch });
}

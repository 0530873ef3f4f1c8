/** A parameter of a database's address; null: it has none. Of an address of libpq's that names a socket, `URL` knows nothing. */
export function parameter(url: string, name: string): string | null {
  const [, query = ''] = url.split('?', 2);
  return new URLSearchParams(query).get(name);
}

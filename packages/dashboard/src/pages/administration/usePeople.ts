import { useCallback, useEffect, useMemo } from 'react';
import { useAskPages } from './kit.ts';

const PER_PAGE = 1000;

/** Everybody who may sign in: looked through here, since the API finds nobody by words. */
export function usePeople() {
  const people = useAskPages('listarUsuarios', { query: { limite: PER_PAGE } });
  const { more } = people;
  useEffect(() => more?.(), [more]);
  const rows = people.data?.body.datos;
  const names = useMemo(() => new Map(rows?.map(({ id, nombre }) => [id, nombre])), [rows]);
  const nameOf = useCallback((id: string) => names.get(id) ?? id, [names]);
  return { people, nameOf };
}

import type pg from 'pg';

/** Two stores in Caracas, one in Auckland (UTC+12 or more), three products. */
export async function insertMasters(pool: pg.Pool): Promise<void> {
  await pool.query(`
    INSERT INTO ubicaciones (id, codigo, nombre, tipo, zona_horaria) VALUES
      ('T1', '1', 'Uno', 'tienda', 'America/Caracas'), ('T2', '2', 'Dos', 'tienda', 'America/Caracas'),
      ('T3', '3', 'Tres', 'tienda', 'Pacific/Auckland');
    INSERT INTO productos (id, codigo, descripcion, categoria, subcategoria) VALUES
      ('P1', 'C1', 'Harina', 'Víveres', 'Harinas'), ('P2', 'C2', 'Arroz', 'Víveres', NULL), ('P3', 'C3', 'Carne', 'Carnes', 'Res');`);
}

/** Resolves once the session is waiting for a lock held by another one. */
export async function waitsForLock(pool: pg.Pool, pid: number): Promise<boolean> {
  const { rows } = await pool.query<{ waits: boolean }>(`SELECT cardinality(pg_blocking_pids($1)) > 0 AS waits`, [pid]);
  return rows[0]?.waits === true;
}

/** The process id of a client's session on the server. */
export async function sessionOf(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]?.pid ?? 0;
}

import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/** An open DuckDB database. */
export interface Instance {
  /** A further connection. */
  connect(): Promise<DuckDBConnection>;
  /**
   * Closes all connections, and with them the database; a second call does nothing. Nothing may be running, and no stream
   * be left unread: it would keep the file open until it is collected.
   */
  close(): void;
}

/**
 * Opens a database, or makes it, with DuckDB's settings by name. It works in UTC: what a TIMESTAMPTZ prints must not depend
 * on this machine's zone.
 * @throws what DuckDB says
 */
export async function openInstance(path: string, settings: Readonly<Record<string, string>>): Promise<Instance> {
  const instance = await DuckDBInstance.create(path, { ...settings });
  const connections: DuckDBConnection[] = [];
  const connect = async () => {
    const connection = await instance.connect();
    connections.push(connection);
    return connection;
  };
  await (await connect()).run(`SET GLOBAL TimeZone = 'UTC'`);
  let open = true;
  return {
    connect,
    close() {
      if (!open) return;
      open = false;
      for (const connection of connections) connection.closeSync();
      instance.closeSync();
    },
  };
}

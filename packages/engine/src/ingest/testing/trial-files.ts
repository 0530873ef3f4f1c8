import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const days = ['2024-01-30', '2024-01-31', '2024-02-01', '2024-02-02', '2024-03-01'];
const stores = ['T1', 'T2', 'T3'];
const linesOfDay = 600;

/** What the database holds before anything is delivered. */
export const storesSql = `INSERT INTO ubicaciones (id, codigo, nombre, tipo)
  SELECT id, id, id, 'tienda' FROM unnest(ARRAY['T1', 'T2', 'T3', 'R1']) AS id`;

/** The cents of an amount that differs with each of the numbers. */
const cents = (...numbers: readonly number[]) => numbers.reduce((mixed, number) => (mixed * 31 + number) % 9973, 7) + 1;
const money = (amount: number) => (amount / 100).toFixed(2);

function everyLine(
  line: (store: string, day: string, n: number) => string,
  of: readonly string[],
  lines: number,
): string[] {
  return days.flatMap((day) => of.flatMap((store) => Array.from({ length: lines }, (_, n) => line(store, day, n))));
}

/** Each feed's folder with its lines. The second version changes most of them, and has a day and a store with fewer. */
const feeds: Readonly<Record<string, (version: number) => string[]>> = {
  productos: (version) => [
    'codigo,descripcion,categoria',
    ...Array.from({ length: 400 }, (_, n) => `P${n},Producto ${n} ${n % 3 === 0 ? version : ''},C${n % 7}`),
  ],
  ventas: (version) => [
    'ubicacion_id,fecha,numero_factura,linea,producto_id,cantidad,precio_unitario,monto_total',
    ...everyLine(
      (store, day, n) => {
        const price = cents(n, version, day.length);
        return `${store},${day},F${n >> 2},${n & 3},P${n % (400 + version)},2,${money(price)},${money(2 * price)}`;
      },
      stores,
      linesOfDay - version,
    ),
    // Two that cannot be loaded: of a store-day of others, and of nobody.
    `T1,${days[0]},F1,1,P1,x,1,1`,
    `T8,${days[0]},F1,1,P1,1,1,1`,
  ],
  movimientos: (version) => [
    'id,ubicacion_id,fecha_hora,producto_id,tipo_movimiento,cantidad',
    ...everyLine(
      (store, day, n) =>
        `M${n},${store},${day} 12:00:00,P${n % 50},${n % 2 === 0 ? 'entrada' : 'salida'},${version + n}`,
      ['T1'],
      linesOfDay / 4,
    ),
  ],
  inventario: (version) => [
    'ubicacion_id,fecha_hora,producto_id,cantidad',
    ...Array.from({ length: 50 }, (_, n) => `T1,${days[2]} 08:00:00,P${n},${version * 100 + n}`),
  ],
  facturas: (version) => [
    'ubicacion_id,fecha_hora,numero_factura,caja,linea,producto_id,cantidad,precio_unitario,precio_total',
    ...everyLine(
      (store, day, n) => {
        const price = cents(n, version);
        return `${store},${day} 10:${String(n % 60).padStart(2, '0')}:00,R${n >> 3},1,${n & 7},P${n % 500},1,${money(price)},${money(price)}`;
      },
      ['R1'],
      linesOfDay / 2,
    ),
  ],
};

/** Writes deliveries as stores bring them, each feed in a folder of its own. @returns the folders in the order of loading */
export async function writeTrialFiles(directory: string, version: 1 | 2): Promise<string[]> {
  const folders: string[] = [];
  for (const [feed, lines] of Object.entries(feeds)) {
    const folder = join(directory, `${feed}-${version}`);
    await mkdir(folder);
    await writeFile(join(folder, 'feed.json'), JSON.stringify({ feed }));
    await writeFile(join(folder, `${feed}.csv`), `${lines(version).join('\n')}\n`);
    folders.push(folder);
  }
  return folders;
}

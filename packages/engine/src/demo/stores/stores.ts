import { bits, textTable } from '../expressions.ts';

/**
 * The sixteen stores; the largest is six times the smallest. `perfil` is the shape of the week: a city centre is quiet on
 * Sunday, a residential quarter shops on Saturday, a mall at the weekend. `peso`: lines of an ordinary day, relative to
 * the others. `nivel_precio`: percent of the list price. `surtido`: percent of the catalogue's longer tail that the
 * store carries. `crecimiento`: percent by which sales grow over the thirteen months. `recibos`: whether the tills
 * deliver receipts with their payments.
 */
const stores = `
La Candelaria|Capital|Caracas|Av. Urdaneta, esquina de Ánimas|10.506|-66.902|2600|07:00|21:00|100|centro|100|95|4|no
Chacao|Capital|Caracas|Av. Francisco de Miranda, Chacao|10.495|-66.853|2300|07:30|21:30|92|residencial|103|92|7|sí
El Paraíso|Capital|Caracas|Av. Páez, El Paraíso|10.484|-66.935|2000|07:30|21:00|78|residencial|100|84|3|no
Los Teques|Capital|Los Teques|Av. Bolívar con calle Guaicaipuro|10.344|-67.043|1300|08:00|20:00|45|centro|99|56|-3|no
Las Delicias|Central|Maracay|Av. Las Delicias, C.C. La Arboleda|10.270|-67.590|1900|08:00|21:00|66|comercial|101|74|5|no
El Viñedo|Central|Valencia|Av. Monseñor Adam, El Viñedo|10.213|-68.008|2100|08:00|21:00|81|comercial|101|84|8|sí
Naguanagua|Central|Naguanagua|Av. Universidad, Naguanagua|10.260|-68.012|1200|08:00|20:00|41|residencial|100|50|2|no
Barquisimeto Este|Occidente|Barquisimeto|Av. Lara con calle Los Abogados|10.068|-69.290|1700|08:00|20:30|59|comercial|99|68|6|no
Bella Vista|Occidente|Maracaibo|Av. Bella Vista con calle 72|10.666|-71.613|1900|07:30|20:30|71|residencial|98|76|-2|no
Maracaibo Sur|Occidente|Maracaibo|Av. Los Haticos, vía El Bajo|10.607|-71.650|1000|08:00|19:30|33|centro|98|42|1|no
Barrio Obrero|Andes|San Cristóbal|Carrera 20 con calle 10, Barrio Obrero|7.770|-72.220|1100|08:00|20:00|37|residencial|99|46|4|no
Mérida Centro|Andes|Mérida|Av. 4 Bolívar con calle 23|8.598|-71.145|900|08:00|20:00|27|centro|99|38|3|sí
Puerto La Cruz|Oriente|Puerto La Cruz|Paseo Colón, frente al mar|10.214|-64.633|1300|08:00|20:30|43|comercial|101|54|5|no
Alta Vista|Guayana|Ciudad Guayana|Av. Guayana, C.C. Alta Vista II|8.296|-62.723|1150|08:30|20:30|36|comercial|102|46|9|no
Maturín|Oriente|Maturín|Av. Bolívar con carrera 7|9.746|-63.183|750|08:00|19:30|17|centro|100|30|0|no
Porlamar|Insular|Porlamar|Av. 4 de Mayo, Porlamar|10.957|-63.849|800|09:00|21:00|22|comercial|103|34|12|no
`;

const distributionCentres = `
Centro de distribución Valencia|Central|Valencia|Zona industrial Municipal Norte|10.180|-67.960|9400|06:00|18:00
Centro de distribución Oriente|Oriente|Barcelona|Zona industrial Los Mesones|10.090|-64.720|4200|06:00|18:00
`;

export const storeCount = stores.trim().split('\n').length;

/** The chain's only time zone; Venezuela keeps UTC-4 the whole year. */
export const zone = 'America/Caracas';

const placeColumns = {
  nombre: 'VARCHAR',
  region: 'VARCHAR',
  ciudad: 'VARCHAR',
  direccion: 'VARCHAR',
  latitud: 'DECIMAL(10,6)',
  longitud: 'DECIMAL(10,6)',
  superficie: 'INTEGER',
  apertura: 'TIME',
  cierre: 'TIME',
};

const storeColumns = {
  ...placeColumns,
  peso: 'INTEGER',
  perfil: 'VARCHAR',
  nivel_precio: 'INTEGER',
  surtido: 'INTEGER',
  crecimiento: 'INTEGER',
  recibos: 'VARCHAR',
};

/** Working tables `store` (one row per store, `store_n` from 1) and `distribution_centre` (numbered from 1). */
export function createStores(): string[] {
  return [
    `CREATE TEMP TABLE store AS
     SELECT linea AS store_n, format('TIENDA_{:02d}', linea) AS id, * REPLACE (recibos = 'sí' AS recibos),
            (epoch(apertura))::INTEGER AS opens_s, (epoch(cierre) - epoch(apertura))::INTEGER AS open_for_s,
            ${bits('store', 'linea')} AS azar
     FROM ${textTable(stores, storeColumns)} ORDER BY linea`,
    `CREATE TEMP TABLE distribution_centre AS
     SELECT linea AS centre_n, format('CEDI_{:02d}', linea) AS id, * FROM ${textTable(distributionCentres, placeColumns)} ORDER BY linea`,
  ];
}

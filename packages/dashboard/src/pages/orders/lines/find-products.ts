import { type AnswerTo, ask } from '../kit.ts';
import type { ProductLabel } from '../model/index.ts';

export type FoundProduct = AnswerTo<'buscarProductos'>['datos'][number];

/** Requests that are under way at once while a sheet is pasted. */
const AT_ONCE = 4;

export function labelOfProduct({ id, codigo, descripcion, unidades_por_bulto }: FoundProduct): ProductLabel {
  return { productId: id, code: codigo, name: descripcion, caseSize: unidades_por_bulto ?? '1' };
}

/** The product that has exactly this code or barcode. */
export function productOfCode(products: readonly FoundProduct[], code: string): FoundProduct | undefined {
  const wanted = code.trim().toLocaleLowerCase();
  return (
    products.find(({ codigo }) => codigo.toLocaleLowerCase() === wanted) ??
    products.find(({ codigo_barras }) => codigo_barras === code.trim())
  );
}

/**
 * The products of codes, by code; those that there are none of are missing.
 * @throws ApiProblem
 */
export async function findByCodes(codes: readonly string[]): Promise<ReadonlyMap<string, FoundProduct>> {
  const found = new Map<string, FoundProduct>();
  const waiting = [...codes];
  const work = async () => {
    for (let code = waiting.shift(); code !== undefined; code = waiting.shift()) {
      const { body } = await ask('buscarProductos', { query: { q: code.slice(0, 100), limite: 20 } });
      const product = productOfCode(body.datos, code);
      if (product !== undefined) found.set(code, product);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

import type { AnswerTo } from '../../../client/index.ts';
import type { Column } from '../../../components/index.ts';
import type { Words } from '../state/index.ts';

export type ClassedProduct = AnswerTo<'clasificarProductos'>['datos'][number];

/** A product's name; one that the catalogue lacks goes by its id. */
export function productName({ descripcion, producto_id }: ClassedProduct, texts: Words): string {
  return descripcion ?? texts.noName(producto_id);
}

/** The columns of classified products. They stand in the order of their ranks, which is the only one that the server has. */
export function productColumns(texts: Words): readonly Column<ClassedProduct>[] {
  const fixed = { sortable: false };
  return [
    {
      ...fixed,
      id: 'descripcion',
      header: texts.product,
      kind: 'text',
      width: 32,
      value: (row) => productName(row, texts),
    },
    { ...fixed, id: 'ranking', header: texts.ranking, kind: 'whole', width: 8, value: ({ ranking }) => ranking },
    { ...fixed, id: 'codigo', header: texts.code, kind: 'text', width: 12, minor: true, value: ({ codigo }) => codigo },
    {
      ...fixed,
      id: 'categoria',
      header: texts.category,
      kind: 'text',
      width: 14,
      minor: true,
      value: ({ categoria }) => categoria,
    },
    { ...fixed, id: 'clase', header: texts.class, kind: 'text', width: 8, value: ({ abc, xyz }) => abc + (xyz ?? '–') },
    {
      ...fixed,
      id: 'unidades',
      header: texts.units,
      kind: 'quantity',
      width: 10,
      minor: true,
      value: ({ unidades }) => unidades,
    },
    { ...fixed, id: 'valor', header: texts.value, kind: 'money', width: 14, value: ({ valor }) => valor },
    {
      ...fixed,
      id: 'porcentaje',
      header: texts.share,
      kind: 'percent',
      width: 9,
      minor: true,
      value: ({ porcentaje }) => porcentaje,
    },
    {
      ...fixed,
      id: 'porcentaje_acumulado',
      header: texts.running,
      kind: 'percent',
      value: ({ porcentaje_acumulado }) => porcentaje_acumulado,
    },
    {
      ...fixed,
      id: 'coeficiente_variacion',
      header: texts.variation,
      hint: texts.variationHint,
      kind: 'quantity',
      width: 10,
      value: ({ coeficiente_variacion }) => coeficiente_variacion,
    },
  ];
}

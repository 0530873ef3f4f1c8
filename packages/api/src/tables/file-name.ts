interface Asked {
  readonly ubicacion_id?: readonly string[] | undefined;
  readonly fecha_inicio?: string | undefined;
  readonly fecha_fin?: string | undefined;
}

const mostStores = 3;
/** What Windows takes in no file's name; separators would also make it a path. */
const unfit = /[<>:"/\\|?*\p{Cc}\p{Cs}]/gu;

/** What the rows of a path are, in the words of the path: `ventas-por-tienda`. */
export function nameOfRows(path: string): string {
  return path
    .split('/')
    .filter((word) => word !== '' && !word.startsWith(':'))
    .join('-');
}

/** What a file of rows is called: what it is, and of which stores and days, where the request names them. */
export function fileName(name: string, query: object): string {
  const { ubicacion_id: stores = [], fecha_inicio, fecha_fin } = query as Asked;
  const named = stores.length > mostStores ? [`${stores.length}-ubicaciones`] : stores;
  return [name, ...named, fecha_inicio, fecha_fin]
    .filter((part) => part !== undefined)
    .join('_')
    .replaceAll(unfit, '-');
}

/** The header that has a browser keep the answer as a file. Letters beyond ASCII go by RFC 5987, for old readers without their accents. */
export function contentDisposition(file: string): string {
  const ascii = file
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x20-\x7e]/gu, '_');
  const quoted = `attachment; filename="${ascii}"`;
  if (ascii === file) return quoted;
  const encoded = encodeURIComponent(file).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `${quoted}; filename*=UTF-8''${encoded}`;
}

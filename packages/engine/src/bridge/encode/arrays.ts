import { sliceVector, type RawVector } from '../../duckdb/index.ts';
import { chunkRows, isValue, viewOf, type ColumnEncoder } from './column-encoder.ts';

/**
 * PostgreSQL's arrays on the wire: the number of dimensions, whether there may be NULLs, the element type's oid; each
 * dimension's length and first subscript; then the elements as fields, row by row. An empty array has no dimension.
 */
const headBytes = 12;
const dimensionBytes = 8;
const lengthBytes = 4;

/** A DuckDB list is the place of its first element and their number. */
const listWidth = 16;

/** Where each row's elements are among all, and how long each dimension is; null: the row is NULL. */
interface Shape {
  readonly start: number;
  readonly lengths: readonly number[];
}

/** DuckDB's lists, each of any length, as arrays of one dimension. */
export function listEncoder(element: ColumnEncoder, elementOid: number): ColumnEncoder {
  const shapes = ({ data, validity }: RawVector, rowCount: number): (Shape | null)[] => {
    const from = viewOf(data);
    return Array.from({ length: rowCount }, (_, row) => {
      if (!isValue(validity, row)) return null;
      const start = Number(from.getBigUint64(row * listWidth, true));
      const length = Number(from.getBigUint64(row * listWidth + 8, true));
      return { start, lengths: length === 0 ? [] : [length] };
    });
  };
  return encoderOf(element, elementOid, listWidth, shapes, (vector) => vector.listElements(element.width));
}

/** DuckDB's arrays of `sizes`, the outer one first, as arrays of as many dimensions. */
export function arrayEncoder(element: ColumnEncoder, elementOid: number, sizes: readonly number[]): ColumnEncoder {
  const each = countOf(sizes);
  const shapes = ({ validity }: RawVector, rowCount: number): (Shape | null)[] =>
    Array.from({ length: rowCount }, (_, row) =>
      isValue(validity, row) ? { start: row * each, lengths: sizes } : null,
    );
  const leaves = (vector: RawVector): RawVector =>
    sizes.reduce(
      (level, size, index) => level.arrayElements(index === sizes.length - 1 ? element.width : 0, size),
      vector,
    );
  return encoderOf(element, elementOid, 0, shapes, leaves);
}

function countOf(lengths: readonly number[]): number {
  return lengths.length === 0 ? 0 : lengths.reduce((product, length) => product * length, 1);
}

/** Elements that lie behind each other, of one row or of several. */
interface Run {
  start: number;
  end: number;
}

/** The elements of all rows in the rows' order. What belongs to no row is not looked at: it may be anything. */
function runsOf(shapes: readonly (Shape | null)[]): Run[] {
  const runs: Run[] = [];
  for (const shape of shapes) {
    const count = shape ? countOf(shape.lengths) : 0;
    if (!shape || count === 0) continue;
    const last = runs.at(-1);
    if (last?.end === shape.start) last.end += count;
    else runs.push({ start: shape.start, end: shape.start + count });
  }
  return runs;
}

/** The elements' encoder works through at most a chunk's number of values at a time. */
function* slices(runs: readonly Run[], elements: RawVector, width: number): Generator<[RawVector, number]> {
  for (const { start, end } of runs) {
    for (let first = start; first < end; first += chunkRows) {
      const count = Math.min(chunkRows, end - first);
      yield [sliceVector(elements, first, count, width), count];
    }
  }
}

function encoderOf(
  element: ColumnEncoder,
  elementOid: number,
  width: number,
  shapesOf: (vector: RawVector, rowCount: number) => (Shape | null)[],
  elementsOf: (vector: RawVector) => RawVector,
): ColumnEncoder {
  const few = new Int32Array(chunkRows);
  let shapes: (Shape | null)[] = [];
  /** Bytes of each row's array; -1: NULL. */
  let arraySizes = new Int32Array(0);
  /** Of each element in the rows' order: the bytes of its field. */
  let fieldSizes = new Int32Array(0);

  const measureElements = (runs: readonly Run[], elements: RawVector) => {
    const total = runs.reduce((sum, { start, end }) => sum + end - start, 0);
    if (total > fieldSizes.length) fieldSizes = new Int32Array(total);
    let done = 0;
    for (const [slice, count] of slices(runs, elements, element.width)) {
      few.fill(0, 0, count);
      const every = element.measure(slice, count, few);
      const nulls = slice.validity;
      // What is the same for every element is not said of a NULL.
      for (let i = 0; i < count; i++)
        fieldSizes[done + i] = lengthBytes + (isValue(nulls, i) ? every : 0) + (few[i] ?? 0);
      done += count;
    }
  };

  return {
    width,
    measure(vector, rowCount, sizes) {
      shapes = shapesOf(vector, rowCount);
      measureElements(runsOf(shapes), elementsOf(vector));
      arraySizes = new Int32Array(rowCount);
      let next = 0;
      for (let row = 0; row < rowCount; row++) {
        const shape = shapes[row];
        if (!shape) {
          arraySizes[row] = -1;
          continue;
        }
        let bytes = headBytes + dimensionBytes * shape.lengths.length;
        for (const end = next + countOf(shape.lengths); next < end; next++) bytes += fieldSizes[next] ?? 0;
        arraySizes[row] = bytes;
        sizes[row] = (sizes[row] ?? 0) + bytes;
      }
      return 0;
    },
    write(vector, rowCount, out, positions) {
      /** First the size of each element's field, then where it begins. */
      const places = fieldSizes;
      let next = 0;
      for (let row = 0; row < rowCount; row++) {
        const shape = shapes[row];
        let at = positions[row] ?? 0;
        out.setInt32(at, arraySizes[row] ?? -1);
        at += lengthBytes;
        if (shape) {
          at = writeHead(out, at, elementOid, shape.lengths);
          for (const end = next + countOf(shape.lengths); next < end; next++) {
            const size = places[next] ?? 0;
            places[next] = at;
            at += size;
          }
        }
        positions[row] = at;
      }
      let done = 0;
      for (const [slice, count] of slices(runsOf(shapes), elementsOf(vector), element.width)) {
        // The encoder may keep what it works out here for the writing.
        element.measure(slice, count, few);
        element.write(slice, count, out, places.subarray(done, done + count));
        done += count;
      }
    },
  };
}

/** Gives the position behind. */
function writeHead(out: DataView, at: number, elementOid: number, lengths: readonly number[]): number {
  out.setInt32(at, lengths.length);
  out.setInt32(at + 4, 1);
  out.setUint32(at + 8, elementOid);
  let next = at + headBytes;
  for (const length of lengths) {
    out.setInt32(next, length);
    out.setInt32(next + 4, 1);
    next += dimensionBytes;
  }
  return next;
}

import encodeQR from 'qr';

/** White modules around a code, as its readers want them. */
const QUIET = 4;

export interface QrDrawing {
  /** Modules on a side, the quiet ones too. */
  readonly size: number;
  /** The dark modules, as the path of an SVG of that size. */
  readonly path: string;
}

/** A text as a QR code: each run of dark modules in a row is one bar. */
export function drawQr(text: string): QrDrawing {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
  const bars = rows.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  return { size: rows.length, path: bars.join('') };
}

function runsOf(row: readonly boolean[]): readonly (readonly [start: number, length: number])[] {
  const runs: [number, number][] = [];
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1);
    if (!dark) continue;
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  }
  return runs;
}

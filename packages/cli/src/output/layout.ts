/** As wide as help texts and results are printed. */
export const lineWidth = 100;

/** Breaks a text at spaces, so that no line is longer than `width` unless a single word is. */
export function wrapped(text: string, width: number): string[] {
  return filled(
    text.split(' ').filter((part) => part !== ''),
    width,
  );
}

/** Names in lines no longer than `width`, unless a single name is; a comma after each but the last. */
export function nameLines(names: readonly string[], width: number): string[] {
  return filled(
    names.map((name, index) => (index === names.length - 1 ? name : `${name},`)),
    width,
  );
}

function filled(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const fits = last !== undefined && last.length + 1 + part.length <= width;
    if (fits) lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(part);
  }
  return lines;
}

/** Rows of cells as lines with aligned columns, two spaces between them: texts to the left, figures to the right. */
export function grid(rows: readonly (readonly string[])[], align: readonly ('left' | 'right')[]): string[] {
  const widths = align.map((_, column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  const cell = (text: string, column: number) => {
    const width = widths[column] ?? 0;
    return align[column] === 'right' ? text.padStart(width) : text.padEnd(width);
  };
  return rows.map((row) => row.map(cell).join('  ').trimEnd());
}

import { FluxionError } from '../../base/index.ts';
import type { OpenWorkbook } from './open-workbook.ts';
import type { SheetPart } from './workbook.ts';

/** The sheet to read and its first row that has values. */
export interface ChosenSheet {
  readonly sheet: SheetPart;
  readonly row: number;
  readonly cells: readonly (string | undefined)[];
}

/**
 * The sheet that was told, or the only one that has rows.
 * @throws FluxionError FEED_AMBIGUOUS if several have rows; FEED_UNREADABLE if none has, or none is called so
 */
export async function chooseSheet(
  path: string,
  workbook: OpenWorkbook,
  told: string | undefined,
): Promise<ChosenSheet> {
  const { sheets } = workbook;
  const names = () => sheets.map(({ name }) => name).join(', ');
  const candidates = told === undefined ? sheets : sheetsCalled(sheets, told);
  if (told !== undefined && candidates.length === 0)
    throw new FluxionError('FEED_UNREADABLE', `${path} has no sheet ${told}; it has: ${names()}.`);
  const filled: ChosenSheet[] = [];
  for (const sheet of candidates) {
    await workbook.rows(sheet, (row, cells) => {
      filled.push({ sheet, row, cells: [...cells] });
      return false;
    });
  }
  const [chosen] = filled;
  if (chosen === undefined) {
    const where = told === undefined ? path : `The sheet ${told} of ${path}`;
    throw new FluxionError('FEED_UNREADABLE', `${where} is empty, without even a header: get the file again.`);
  }
  if (filled.length === 1) return chosen;
  const found = filled.map(({ sheet }) => sheet.name).join(', ');
  throw new FluxionError(
    'FEED_AMBIGUOUS',
    `${path} has several sheets with rows: say --sheet "${chosen.sheet.name}", or "sheet" in feed.json; there are: ${found}.`,
  );
}

function sheetsCalled(sheets: readonly SheetPart[], told: string): readonly SheetPart[] {
  const exact = sheets.filter(({ name }) => name === told);
  return exact.length > 0
    ? exact
    : sheets.filter(({ name }) => name.trim().toLowerCase() === told.trim().toLowerCase());
}

import { formatCount } from '../output/index.ts';
import { markup, type Markup } from './markup.ts';

/** A section with a heading that the contents link to; `id` is ours, never a name of the source. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly intro?: string;
  readonly content: readonly Markup[];
}

export function section({ id, title, intro, content }: Section): Markup {
  return markup`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${intro === undefined ? undefined : markup`<p class="intro">${intro}</p>`} ${content}
  </section> `;
}

export type Cell = Markup | string;

export interface Column {
  readonly title: string;
  /** Figures stand to the right, names break anywhere, the bars go on narrow screens. */
  readonly look?: 'figure' | 'name' | 'bar';
}

/** A table that scrolls sideways by itself where the screen is too narrow. The first column is each row's heading. */
export function dataTable(label: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]): Markup {
  const look = (index: number) => columns[index]?.look ?? 'text';
  const heads = columns.map(({ title }, index) => markup`<th scope="col" class="${look(index)}">${title}</th>`);
  const body = rows.map(
    ([first = '', ...rest]) =>
      markup`<tr>
        <th scope="row" class="${look(0)}">${first}</th>
        ${rest.map((cell, index) => markup`<td class="${look(index + 1)}">${cell}</td>`)}
      </tr> `,
  );
  return markup`<div class="scroll" role="group" aria-label="${label}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div> `;
}

/** The first rows of a table in sight, the others folded away. */
export function foldedTable(
  label: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  most: number,
): Markup {
  return folded(rows, most, (some, isRest) => dataTable(isRest ? `${label}, continued` : label, columns, some));
}

/** Names in a running list, those beyond the first `most` folded away. */
export function nameList(names: readonly string[], most: number): Markup {
  return folded(
    names,
    most,
    (some) =>
      markup`<ul class="names">
        ${some.map((name) => markup`<li>${name}</li> `)}
      </ul>`,
  );
}

/** The first `most` of a list in sight, the others folded away: a page of thousands stays one that is read. */
export function folded<T>(
  list: readonly T[],
  most: number,
  show: (some: readonly T[], isRest: boolean) => Markup,
): Markup {
  if (list.length <= most) return show(list, false);
  return markup`${show(list.slice(0, most), false)}
    <details>
      <summary>${formatCount(list.length - most)} more</summary>
      ${show(list.slice(most), true)}
    </details> `;
}

/** A word in the colour of what it says. */
export function badge(tone: 'good' | 'caution' | 'bad' | 'plain', text: string): Markup {
  return markup`<span class="badge ${tone}">${text}</span>`;
}

/** A bar whose length is a share of the whole; the figure beside it says the same in digits. */
export function bar(share: number): Markup {
  const width = Math.max(0.5, Math.round(Math.min(1, share) * 1000) / 10);
  return markup`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect class="track" width="100" height="8"></rect>
    <rect width="${width}" height="8"></rect>
  </svg>`;
}

/** The tokens that charts draw with, as colours that a drawing library understands. */
export interface ChartPalette {
  readonly surface: string;
  readonly text: string;
  readonly textFaint: string;
  readonly series: string;
  readonly seriesFade: string;
  readonly seriesPale: string;
  readonly seriesCompared: string;
  readonly grid: string;
  readonly line: string;
  readonly weekend: string;
  readonly fontFamily: string;
}

/** Reads the palette of the theme that holds at that element. */
export function readPalette(element: HTMLElement): ChartPalette {
  const probe = document.createElement('span');
  probe.hidden = true;
  element.append(probe);
  // A custom property's own value is text such as `light-dark(…)`; as a colour it is resolved.
  const color = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const palette: ChartPalette = {
    surface: color('--surface'),
    text: color('--text'),
    textFaint: color('--text-faint'),
    series: color('--series'),
    seriesFade: color('--series-fade'),
    seriesPale: color('--series-pale'),
    seriesCompared: color('--series-compared'),
    grid: color('--grid'),
    line: color('--line-strong'),
    weekend: color('--weekend'),
    fontFamily: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return palette;
}

import type { PanelView } from '../../../components/index.ts';
import type { SearchPatch } from '../../../navigation/index.ts';
import type { Against } from './days.ts';

/** What the address says of this page, beside its filters and its range. */
export interface SummaryAddress {
  readonly against: Against;
  readonly view: PanelView;
}

export function readSummary(search: string): SummaryAddress {
  const parameters = new URLSearchParams(search);
  return {
    against: parameters.get('contra') === 'anio' ? 'year' : 'previous',
    view: parameters.get('serie') === 'tabla' ? 'table' : 'chart',
  };
}

export function summaryPatch({ against, view }: Partial<SummaryAddress>): SearchPatch {
  return {
    ...(against === undefined ? {} : { contra: against === 'year' ? 'anio' : null }),
    ...(view === undefined ? {} : { serie: view === 'table' ? 'tabla' : null }),
  };
}

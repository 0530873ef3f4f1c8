import { useLocale, useTexts } from '../../i18n/index.ts';
import type { DateRange } from '../../range/index.ts';
import { words } from './texts.ts';

export interface AnnouncementProps {
  readonly range: DateRange;
  readonly loading: boolean;
  readonly failed: boolean;
}

/** Tells screen readers that figures are on their way, and which have come. */
export function Announcement({ range, loading, failed }: AnnouncementProps) {
  const texts = useTexts(words);
  const { dates } = useLocale();
  const told = loading ? texts.loading : texts.loaded(dates.range(range));
  return (
    <p className="visually-hidden" role="status">
      {failed ? '' : told}
    </p>
  );
}

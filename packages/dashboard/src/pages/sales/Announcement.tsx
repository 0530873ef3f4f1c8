import { useLocale } from '../../i18n/index.ts';
import { useWords, type Explore } from './explore/index.ts';

export interface AnnouncementProps {
  readonly explore: Explore;
  readonly loading: boolean;
}

/** Tells screen readers that figures are on their way, and which have come. */
export function Announcement({ explore, loading }: AnnouncementProps) {
  const texts = useWords();
  const { dates } = useLocale();
  return (
    <p className="visually-hidden" role="status">
      {loading ? texts.loading : texts.loaded(dates.range(explore.range))}
    </p>
  );
}

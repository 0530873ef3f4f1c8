import { Caution, Segmented } from '../../../components/index.ts';
import { useLocale, useTexts } from '../../../i18n/index.ts';
import type { Against } from '../model/index.ts';
import { words } from '../texts.ts';

export interface DailyAsideProps {
  /** Days without data. */
  readonly missing: number;
  readonly against: Against;
  readonly onAgainst: (against: Against) => void;
}

/** Beside the panel's title: what is missing, and what the days are held against. */
export function DailyAside({ missing, against, onAgainst }: DailyAsideProps) {
  const texts = useTexts(words);
  const { numbers } = useLocale();
  return (
    <>
      <Segmented
        label={texts.against}
        selected={against}
        onSelect={onAgainst}
        items={[
          { name: 'previous', content: texts.againstPrevious, label: texts.previous },
          { name: 'year', content: texts.againstYear, label: texts.lastYear },
        ]}
      />
      {missing === 0 ? null : <Caution large>{texts.missingDays(missing, numbers.whole(missing))}</Caution>}
    </>
  );
}

import { ViewChoice } from '../common/index.ts';
import { useWords, type Explore } from '../explore/index.ts';
import { HourHeat } from './HourHeat.tsx';
import { StoreHeat } from './StoreHeat.tsx';

/** Where and when it is sold: stores by days, or hours by days of the week. */
export function HeatPanel({ explore }: { readonly explore: Explore }) {
  const texts = useWords();
  const choice = <ViewChoice explore={explore} name="heat" label={texts.heatKind} names={texts.heatKinds} />;
  return explore.view.heat === 'hora' ? (
    <HourHeat explore={explore} aside={choice} />
  ) : (
    <StoreHeat explore={explore} aside={choice} />
  );
}

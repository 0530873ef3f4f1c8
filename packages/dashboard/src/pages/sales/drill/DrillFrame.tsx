import type { ReactNode } from 'react';
import { Answer, type Asked, Panel, Segmented, TableSkeleton } from '../../../components/index.ts';
import { groupingsAt, placePatch } from '../address/index.ts';
import { type Explore, useWords } from '../explore/index.ts';

export interface DrillFrameProps<Body> {
  readonly explore: Explore;
  readonly of: Asked<Body>;
  /** More switches beside the title. */
  readonly aside?: ReactNode;
  readonly children: (body: Body) => ReactNode;
}

/** The panel of the table, with the choice of what it lists. */
export function DrillFrame<Body>({ explore, of, aside, children }: DrillFrameProps<Body>) {
  const texts = useWords();
  const { place, grouping, go } = explore;
  const items = groupingsAt(place).map((name) => ({ name, content: texts.groupings[name] }));
  const choice = (
    <>
      {items.length < 2 ? null : (
        <Segmented
          label={texts.groupBy}
          items={items}
          selected={grouping}
          onSelect={(name) => go(placePatch(place, name))}
          stretch
        />
      )}
      {aside}
    </>
  );
  return (
    <Panel title={texts.drill[grouping]} aside={choice} source={of.data?.source}>
      <Answer of={of} skeleton={<TableSkeleton />}>
        {children}
      </Answer>
    </Panel>
  );
}

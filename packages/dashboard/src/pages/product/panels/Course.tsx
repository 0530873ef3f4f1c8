import { useMemo } from 'react';
import { courseOf, stepOf, type SeriesDay, type Story } from '../model/index.ts';
import { CourseChart } from './CourseChart.tsx';
import { CourseTable } from './CourseTable.tsx';

export interface CourseProps {
  readonly days: readonly SeriesDay[];
  readonly view: 'chart' | 'table';
  readonly story: Story;
}

/** Few days one by one, many as weeks or months; as a table always day by day. */
export function Course({ days, view, story }: CourseProps) {
  const by = stepOf(days.length);
  const places = useMemo(() => courseOf(days, by), [days, by]);
  return view === 'chart' ? <CourseChart places={places} by={by} story={story} /> : <CourseTable days={days} />;
}

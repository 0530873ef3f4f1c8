import { Answer, EmptyState, Panel } from '../../../components/index.ts';
import { useAsk } from '../../../hooks/index.ts';
import { coursePatch, isBlank, type Story } from '../model/index.ts';
import { usePanelTexts, useScope } from '../state/index.ts';
import { Course } from './Course.tsx';
import styles from './panels.module.css';

/** Stock and sales on one time axis, drawn or as a table. */
export function CoursePanel({ story }: { readonly story: Story }) {
  const texts = usePanelTexts();
  const { id, storesQuery, rangeQuery, ready, address, change } = useScope();
  const series = useAsk(
    'verSerieProducto',
    { params: { id }, query: { ...storesQuery, ...rangeQuery } },
    { enabled: ready },
  );
  return (
    <Panel
      title={texts.course}
      definition={texts.courseDefinition}
      source={series.data?.source}
      view={address.course}
      onView={(view) => change(coursePatch(view))}
    >
      <Answer
        of={series}
        skeleton={<div className={styles.chartPlace} />}
        isEmpty={({ datos }) => isBlank(datos)}
        empty={<EmptyState title={texts.noCourseTitle} text={texts.noCourse} />}
      >
        {({ datos }) => <Course days={datos} view={address.course} story={story} />}
      </Answer>
    </Panel>
  );
}

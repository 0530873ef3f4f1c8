import { ClassesPanel } from './ClassesPanel.tsx';
import { FactsPanel } from './FactsPanel.tsx';
import styles from './panels.module.css';
import type { StoryPanelProps } from './StoresPanel.tsx';
import { SubstitutesPanel } from './SubstitutesPanel.tsx';
import { SuppliersPanel } from './SuppliersPanel.tsx';

/** What seldom changes: its facts, who supplies it, what replaces it, its classes. */
export function DetailPanels({ story, source }: StoryPanelProps) {
  return (
    <div className={styles.details}>
      <FactsPanel story={story} source={source} />
      <SuppliersPanel story={story} source={source} />
      <ClassesPanel story={story} />
      {story.sustitutos.length === 0 ? null : <SubstitutesPanel story={story} source={source} />}
    </div>
  );
}

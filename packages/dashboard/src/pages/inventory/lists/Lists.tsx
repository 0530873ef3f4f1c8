import type { ComponentType } from 'react';
import { Tabs } from '../../../components/index.ts';
import { type View, viewPatch, views } from '../model/index.ts';
import { LISTS, useInventory, useListTexts } from '../state/index.ts';
import styles from './Lists.module.css';
import { listOf } from './list-of.ts';

/** The products behind the figures, a list for each question. */
export function Lists() {
  const texts = useListTexts();
  const { address, change } = useInventory();
  const { view } = address;
  const List: ComponentType = listOf[view];
  return (
    <section id={LISTS} className={styles.lists} aria-label={texts.lists}>
      <Tabs
        label={texts.lists}
        tabs={views.map((id: View) => ({ id, title: texts.titles[id] }))}
        selected={view}
        onSelect={(chosen) => change(viewPatch(chosen))}
      >
        <List />
      </Tabs>
    </section>
  );
}

import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import styles from './Tabs.module.css';

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly title: string;
  /** How many there are behind it, written out. */
  readonly count?: string;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly TabItem<Id>[];
  /** The address bar says which. */
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** The content of the selected one. */
  readonly children: ReactNode;
}

/** Several contents in one place, one of them on screen. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect, children }: TabsProps<Id>) {
  const choose = (key: unknown) => {
    const tab = tabs.find(({ id }) => id === key);
    if (tab) onSelect(tab.id);
  };
  return (
    <AriaTabs className={styles.tabs ?? ''} selectedKey={selected} onSelectionChange={choose}>
      <TabList className={styles.list ?? ''} aria-label={label}>
        {tabs.map(({ id, title, count }) => (
          <Tab key={id} id={id} className={styles.tab ?? ''}>
            {title}
            {count === undefined ? null : <span className={styles.count}>{count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id }) => (
        <TabPanel key={id} id={id} className={styles.panel ?? ''}>
          {id === selected ? children : null}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

/** Views of one thing, side by side under one row of names. */
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import { classes } from './classes.ts';
import styles from './tabs.module.css';

export interface TabView<Id extends string> {
  id: Id;
  name: string;
  /** After the name: how many there are. */
  count?: number | string;
  content: ReactNode;
}

export interface TabsProps<Id extends string> {
  label: string;
  views: readonly TabView<Id>[];
  selected: Id;
  onSelect(id: NoInfer<Id>): void;
  className?: string;
}

export function Tabs<Id extends string>({
  label,
  views,
  selected,
  onSelect,
  className,
}: TabsProps<Id>) {
  return (
    <AriaTabs
      className={classes(styles.tabs, className)}
      selectedKey={selected}
      onSelectionChange={(key) => {
        const view = views.find((candidate) => candidate.id === key);
        if (view) onSelect(view.id);
      }}
    >
      <TabList aria-label={label} className={styles.list ?? ''}>
        {views.map((view) => (
          <Tab key={view.id} id={view.id} className={styles.tab ?? ''}>
            {view.name}
            {view.count !== undefined && <span className={styles.count}> {view.count}</span>}
          </Tab>
        ))}
      </TabList>
      {views.map((view) => (
        <TabPanel key={view.id} id={view.id} className={styles.panel ?? ''}>
          {view.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

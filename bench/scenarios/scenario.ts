/** One question to the whole product. */
import type { Table } from '../report/table.ts';

export interface Scenario {
  readonly id: string;
  readonly about: string;
  /** Takes long and measures no time: runs only where it is named. */
  readonly alone?: boolean;
  run(bench: Bench): Promise<readonly Table[]>;
}

export interface Bench {
  /** A fresh directory, removed when the bench ends. */
  directory(): Promise<string>;
  /** Has `end` called when the scenario is over, however it ends; the last first. */
  cleanUp(end: () => Promise<unknown>): void;
  /** Says what it is doing, on one line. */
  say(words: string): void;
}

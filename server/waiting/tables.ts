/** What waits for whom, as rows. Derived: see `derive.ts`. */
export interface WaitingTables {
  waiting: WaitingTable;
  waiting_claims: WaitingClaimsTable;
}

/** What is asked of one person at one claim. */
export interface WaitingTable {
  document: number;
  claim: string;
  person: number;
  /** The lower, the more pressing. */
  rank: number;
  since: number | null;
  /** The kinds of its tasks between spaces, for filters: ` judge review `. */
  kinds: string;
  /** JSON: the tasks, the most pressing first. */
  tasks: string;
}

/** The claims at which something waits, once for all people. */
export interface WaitingClaimsTable {
  document: number;
  claim: string;
  number: number;
  /** 0 is high, 2 low. */
  priority: number;
  /** Its short form, else what it restates, else the quote; cut. */
  words: string;
}

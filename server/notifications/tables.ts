/** The tables of notifications, of what was read, and of preferences. */
import type { Generated } from 'kysely';

export interface NotificationTables {
  notifications: {
    id: Generated<number>;
    person: number;
    document: number;
    at: number;
    kind: string;
    actor: number;
    claim: string | null;
    number: number | null;
    thread: string | null;
    count: number;
    open_key: string | null;
    read_at: number | null;
  };
  talk_read: {
    person: number;
    document: number;
    /** Empty: all of the document's talk. */
    thread: string;
    upto: number;
  };
  preferences: {
    person: number;
    name: string;
    value: string;
  };
}

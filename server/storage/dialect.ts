/**
 * Kysely over the store's two threads: what only reads goes to the reader, all
 * else to the writer, each as a transaction of its own. A transaction left open
 * would hold the one writer from everybody, so there are none: `Database.transact`
 * takes a list of statements instead.
 */
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { type PlainStatement, plainStatement, type StatementResult } from './statement.ts';

export interface Executor {
  read(statement: PlainStatement): Promise<StatementResult>;
  write(statement: PlainStatement): Promise<StatementResult>;
}

export function threadsDialect(executor: Executor): Dialect {
  return {
    createDriver: () => threadsDriver(connectionOver(executor)),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

function threadsDriver(connection: DatabaseConnection): Driver {
  const noTransactions = (): Promise<void> =>
    Promise.reject(new Error('No open transactions: give Database.transact a list of statements'));
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    init: nothing,
    acquireConnection: () => Promise.resolve(connection),
    beginTransaction: noTransactions,
    commitTransaction: noTransactions,
    rollbackTransaction: noTransactions,
    releaseConnection: nothing,
    destroy: nothing,
  };
}

function connectionOver(executor: Executor): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const statement = plainStatement(query);
      const result = await (onlyReads(query)
        ? executor.read(statement)
        : executor.write(statement));
      return {
        // Kysely knows the type of a row from the query; the driver has to take its word.
        rows: [...result.rows] as R[],
        numAffectedRows: BigInt(result.changes),
        ...(result.insertId === null ? {} : { insertId: BigInt(result.insertId) }),
      };
    },
    streamQuery(): never {
      throw new Error('Rows are not streamed: ask for a page');
    },
  };
}

function onlyReads(query: CompiledQuery): boolean {
  if (SelectQueryNode.is(query.query)) return true;
  return query.query.kind === 'RawNode' && /^\s*(select|pragma|explain)\b/i.test(query.sql);
}

/** The rows that a command changes beside the log: lists and suggestions read them without opening the document. */
import type { CompiledQuery } from 'kysely';
import type { Executed } from '../commands/execute.ts';
import { knownSources } from '../sources/known-sources.ts';
import type { Database } from '../storage/database.ts';

export function rowsBeside(
  query: Database['query'],
  document: number,
  { title, puts }: Pick<Executed, 'title' | 'puts'>,
): CompiledQuery[] {
  const retitled =
    title === undefined
      ? []
      : [query.updateTable('documents').set({ title }).where('id', '=', document).compile()];
  return [...retitled, ...knownSources(query, document, puts)];
}

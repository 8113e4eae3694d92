/** Errors lose their class when they cross between threads: here they are taken apart and put together. */
import { LogDamaged } from '../log/damage.ts';
import { CommandRepeated, type PlainError, StorageError, storageErrorFrom } from './errors.ts';

export function takeApart(error: unknown): PlainError {
  if (error instanceof LogDamaged) {
    const { document, seq, problem } = error;
    return { code: 'corrupt', message: error.message, damage: { document, seq, problem } };
  }
  const named = storageErrorFrom(error);
  const plain = { code: named.code, message: named.message };
  if (!(named instanceof CommandRepeated)) return plain;
  const { commandId, seq, result } = named;
  return { ...plain, first: { commandId, seq, result } };
}

export function putTogether(plain: PlainError): Error {
  if (plain.first) return new CommandRepeated(plain.first);
  if (plain.damage) {
    return new LogDamaged(plain.damage.document, plain.damage.seq, plain.damage.problem);
  }
  return new StorageError(plain.code, plain.message);
}

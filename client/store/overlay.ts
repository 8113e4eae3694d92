/** Pending commands laid over what the server said, by the very functions that the server runs. */
import type { CommandContext, Outcome } from '../../domain/command/command.ts';
import { prepare } from '../../domain/command/list.ts';
import { perform } from '../../domain/command/perform.ts';
import { withPuts } from '../../domain/record/apply.ts';
import type { Put, RecordState } from '../../domain/record/state.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal.ts';
import type { WaitingCommand } from '../sync/device.ts';
import { hasLanded } from './landed.ts';

/** Commands whose effects may be here before their results. */
const MOST_LANDED = 20;

export class Overlay {
  readonly #outcomes = new Map<string, Outcome>();

  /** Notes what a command does, as seen when it was given. */
  expect(commandId: string, outcome: Outcome): void {
    this.#outcomes.set(commandId, outcome);
  }

  forget(commandId: string): void {
    this.#outcomes.delete(commandId);
  }

  lay(
    said: RecordState,
    waiting: readonly WaitingCommand[],
    who: (at: number) => Omit<CommandContext, 'located'>,
  ): RecordState {
    let state = said;
    for (const command of waiting.slice(this.#landed(said, waiting))) {
      const outcome = outcomeOf(state, command, who(command.at));
      if (isRefusal(outcome)) continue;
      this.#outcomes.set(command.commandId, outcome);
      state = withPuts(state, outcome.puts);
    }
    return state;
  }

  /**
   * How many of the first commands the server has done already: their effects
   * are here and their results a frame behind. Since it does them in order, they
   * are judged together, by what all of them leave.
   */
  #landed(said: RecordState, waiting: readonly WaitingCommand[]): number {
    const left = new Map<string, Put>();
    let landed = 0;
    for (const [index, { commandId }] of waiting.slice(0, MOST_LANDED).entries()) {
      const outcome = this.#outcomes.get(commandId);
      if (!outcome) break;
      for (const put of outcome.puts) left.set(`${put.root} ${put.key}`, put);
      if (hasLanded(said, [...left.values()])) landed = index + 1;
    }
    return landed;
  }
}

function outcomeOf(
  state: RecordState,
  command: WaitingCommand,
  who: Omit<CommandContext, 'located'>,
): Outcome | Refusal {
  const prepared = prepare(command);
  if (isRefusal(prepared)) return prepared;
  // Where the words were when it was given; the server looks again.
  const located = command.located ?? refuse('words-not-found', 'The words were not found.');
  return perform(state, prepared, who, () => located);
}

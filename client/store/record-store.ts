/**
 * The record as the screen shows it: what the server said, with the outcomes
 * of pending commands laid over it by the very functions that the server runs.
 * The only way to change anything is `dispatch`.
 */
import type * as Y from 'yjs';
import { locate } from '../../domain/anchor/locate.ts';
import type {
  CommandContext,
  CommandInput,
  Located,
  Outcome,
} from '../../domain/command/command.ts';
import { type ArgsOf, type CommandName, prepare } from '../../domain/command/list.ts';
import { perform, placeOf, type Prepared } from '../../domain/command/perform.ts';
import type { Place } from '../../domain/command/place.ts';
import type { People } from '../../domain/protocol/people.ts';
import { withPuts } from '../../domain/record/apply.ts';
import type { RecordState } from '../../domain/record/state.ts';
import { type Verdict, verdictKey } from '../../domain/record/verdict.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal.ts';
import type { Role } from '../../domain/role.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { Session } from '../sync/session.ts';
import { type Deed, Deeds } from './deeds.ts';
import { newId } from './new-id.ts';
import { Overlay } from './overlay.ts';
import { SharedRecord } from './shared-record.ts';

export interface Done {
  /** The entry of the log that holds it: durable. */
  readonly seq: number;
  /** What the server tells the sender, e.g. the claim's number. */
  readonly answer: Readonly<Record<string, string | number>>;
  /** "Claim marked", for the message. */
  readonly done: string;
  /** Whether `undo` can take it back. */
  readonly undoable: boolean;
}

export interface Dispatched {
  readonly commandId: string;
  /** Not allowed or not possible as this page sees it: nothing was sent. */
  readonly refusal: Refusal | null;
  /** The server's answer; while offline it waits. The same refusal where there is one. */
  readonly result: Promise<Done | Refusal>;
}

export interface Turned extends Dispatched {
  /** The deed's id. */
  readonly deed: string;
  /** What is taken back, or done again: "Claim marked". */
  readonly was: string;
  /** Whether it can be turned around once more. */
  readonly reversible: boolean;
}

export interface PendingClaim {
  readonly claimId: string;
  readonly place: Place;
}

export interface RecordStoreOptions {
  readonly doc: Y.Doc;
  readonly person: Session['person'];
  readonly outbox: Outbox;
  /** Milliseconds since the epoch; the server's clock replaces it. */
  readonly now?: () => number;
}

export class RecordStore {
  readonly #options: RecordStoreOptions;
  readonly #shared: SharedRecord;
  readonly #listeners = new Set<() => void>();
  readonly #overlay = new Overlay();
  #state: RecordState;
  #role: Role;
  #own: readonly Verdict[] = [];
  readonly #deeds = new Deeds();

  constructor(options: RecordStoreOptions) {
    this.#options = options;
    this.#role = options.person.role;
    this.#shared = new SharedRecord(options.doc, () => this.refresh());
    this.#state = this.#lay();
  }

  /** Fits `useSyncExternalStore`, as does `getState`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): RecordState => this.#state;

  /** Who I am here, with the role I have now. */
  get me(): Session['person'] {
    return { ...this.#options.person, role: this.#role };
  }

  /** What the domain's policies ask for. */
  get context(): CommandContext {
    return { ...this.#who(this.#now()), located: null };
  }

  /**
   * Why I may not do this, or null; buttons are greyed out by it. Where the words
   * of a place are is not looked up: only the command itself says whether they
   * are there.
   */
  check<Name extends CommandName>(name: Name, args: ArgsOf<Name>): Refusal | null {
    const prepared = prepare({ name, args });
    if (isRefusal(prepared)) return prepared;
    if (placeOf(prepared.args))
      return prepared.command.may(this.#state, prepared.args, this.context);
    const outcome = this.#tryOut({ name, args }, this.#now());
    return isRefusal(outcome) ? outcome : null;
  }

  /** `step`: an earlier command of the same step, with which this one is taken back. */
  dispatch<Name extends CommandName>(name: Name, args: ArgsOf<Name>, step?: string): Dispatched {
    return this.#give({ name, args }, ({ commandId, done, now, inverse }) => {
      if (step !== undefined && this.#deeds.all.some(({ id }) => id === step)) {
        this.#deeds.join(step, { done, inverse });
        return () => this.#deeds.leave(step, inverse);
      }
      const claim = claimIdOf(args);
      const turns = inverse && [inverse];
      const deed = { id: commandId, done, claim, at: now, isTakenBack: false, inverse: turns };
      this.#deeds.add(deed);
      return () => this.#deeds.drop(commandId);
    });
  }

  /** What I did since the page was opened, the oldest first. */
  get deeds(): readonly Deed[] {
    return this.#deeds.all;
  }

  /** The last command of mine that can be taken back, in words; null without one. */
  get undoable(): string | null {
    return this.#deeds.toTakeBack()?.done ?? null;
  }

  /** What I took back last and can do again, in words; null once something else was done. */
  get redoable(): string | null {
    return this.#deeds.toDoAgain()?.done ?? null;
  }

  canUndo(commandId: string): boolean {
    return this.#deeds.toTakeBack(commandId) !== null;
  }

  canRedo(commandId: string): boolean {
    return this.#deeds.toDoAgain(commandId) !== null;
  }

  /** Takes a command of mine back, by a command: the last one, or the one that is named. Null where it cannot be. */
  undo(commandId?: string): Turned | null {
    return this.#turn(this.#deeds.toTakeBack(commandId));
  }

  /** Does again, by a command, what was taken back. */
  redo(commandId?: string): Turned | null {
    return this.#turn(this.#deeds.toDoAgain(commandId));
  }

  #turn(deed: Deed | null): Turned | null {
    if (!deed?.inverse) return null;
    let turns: readonly CommandInput[] | null = [];
    const given = deed.inverse.map((input) =>
      this.#give(input, ({ inverse }) => {
        turns = turns && inverse && [inverse, ...turns];
        this.#deeds.turn(deed, turns);
        return () => this.#deeds.restore(deed);
      }),
    );
    const [first] = given;
    if (!first) return null;
    const result = Promise.all(given.map((each) => each.result)).then(
      (results) => results.find(isRefusal) ?? results[0] ?? nothingDone,
    );
    // The compiler does not see that the callback assigned it.
    const reversible = (turns as readonly CommandInput[] | null) !== null;
    return { ...first, result, deed: deed.id, was: deed.done, reversible };
  }

  /** Claims that the server has not yet put on the text. */
  pendingClaims(): PendingClaim[] {
    return this.#options.outbox.waiting.flatMap((command) => {
      if (command.name !== 'claim.mark') return [];
      const prepared = prepare(command);
      const place = isRefusal(prepared) ? null : placeOf(prepared.args);
      const claimId = isRefusal(prepared) ? null : claimIdOf(prepared.args);
      const said = claimId !== null && this.#shared.state.claims.has(claimId);
      return place && claimId !== null && !said ? [{ claimId, place }] : [];
    });
  }

  /** Whether some of what is shown has not reached the server. */
  get hasPending(): boolean {
    return this.#options.outbox.waiting.length > 0;
  }

  setPeople({ people }: People): void {
    this.#role = people.find(({ id }) => id === this.#options.person.id)?.role ?? this.#role;
    this.#shared.setPeople(new Map(people.map((person) => [person.id, person])));
  }

  setRole(role: Role): void {
    if (role === this.#role) return;
    this.#role = role;
    this.refresh();
  }

  /** My own sealed verdicts, which nobody else is told. */
  setOwnVerdicts(verdicts: readonly Verdict[]): void {
    this.#own = verdicts;
    this.refresh();
  }

  /** Computes the state anew: the server said something, or the pending commands changed. */
  refresh(): void {
    this.#state = this.#lay();
    for (const listener of this.#listeners) listener();
  }

  destroy(): void {
    this.#shared.destroy();
    this.#listeners.clear();
  }

  /** `keep` writes down what is done, and answers what to do where it is refused after all. */
  #give(input: CommandInput, keep: (given: Given) => () => void): Dispatched {
    const commandId = newId();
    const now = this.#now();
    const before = this.#state;
    const prepared = prepare(input);
    const found = this.#locatedFor(prepared);
    const outcome = isRefusal(found) ? found : this.#tryOut(input, now, found);
    if (isRefusal(prepared) || isRefusal(found) || isRefusal(outcome)) {
      const refusal = [prepared, found, outcome].find(isRefusal) ?? null;
      return { commandId, refusal, result: Promise.resolve(refusal ?? nothingDone) };
    }
    const { done } = prepared.command;
    const context = { ...this.#who(now), located: found };
    const inverse = prepared.command.inverse?.(before, prepared.args, context) ?? null;
    const refused = keep({ commandId, done, now, inverse });
    this.#overlay.expect(commandId, outcome);
    const result = this.#options.outbox
      .give({ commandId, at: now, name: input.name, args: input.args, located: found })
      .then((answer): Done | Refusal => {
        this.#overlay.forget(commandId);
        if (!isRefusal(answer)) return { ...answer, done, undoable: inverse !== null };
        refused();
        return answer;
      });
    return { commandId, refusal: null, result };
  }

  #tryOut(input: CommandInput, now: number, located?: Located | null): Outcome | Refusal {
    const prepared = prepare(input);
    if (isRefusal(prepared)) return prepared;
    return perform(
      this.#state,
      prepared,
      this.#who(now),
      (place) => located ?? this.#locate(place),
    );
  }

  #locatedFor(prepared: Prepared | Refusal): Located | Refusal | null {
    const place = isRefusal(prepared) ? null : placeOf(prepared.args);
    return place ? this.#locate(place) : null;
  }

  #locate(place: Place): Located | Refusal {
    const found = locate(this.#options.doc.getXmlFragment('text'), place);
    return isRefusal(found) ? found : { quote: found.quote, position: found.position };
  }

  #lay(): RecordState {
    let state = this.#shared.state;
    if (this.#own.length > 0) {
      state = withPuts(
        state,
        this.#own.map((value) => ({
          root: 'verdicts',
          key: verdictKey(value.claim, value.author),
          value,
        })),
      );
    }
    return this.#overlay.lay(state, this.#options.outbox.waiting, (at) => this.#who(at));
  }

  #who(now: number): Omit<CommandContext, 'located'> {
    return { actor: this.#options.person.id, role: this.#role, now };
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }
}

interface Given {
  readonly commandId: string;
  readonly done: string;
  readonly now: number;
  readonly inverse: CommandInput | null;
}

const nothingDone = refuse('internal', 'Nothing was done.');

function claimIdOf(args: unknown): string | null {
  if (typeof args !== 'object' || args === null || !('claimId' in args)) return null;
  return typeof args.claimId === 'string' ? args.claimId : null;
}

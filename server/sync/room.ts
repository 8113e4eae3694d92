/**
 * One document while it is open: its queue, its state, the journal to the log
 * and the sockets of the people in it. Whatever happens to a document happens
 * here, in order: check, apply, append, and only then tell.
 */
import type { CompiledQuery } from 'kysely';
import { type PersonId, SYSTEM } from '../../domain/id.ts';
import { limits } from '../../domain/limits.ts';
import type { CommandMessage } from '../../domain/protocol/command-message.ts';
import { encodeMessage } from '../../domain/protocol/frame.ts';
import type { StoredFile } from '../../domain/record/source.ts';
import type { Result } from '../../domain/protocol/result.ts';
import { isRefusal, refuse, type Refusal, type RefusalCode } from '../../domain/refusal.ts';
import type { Role } from '../../domain/role.ts';
import { type Executed, execute } from '../commands/execute.ts';
import { EntryKind } from '../log/entry.ts';
import type { News } from '../../domain/talk/news.ts';
import { newsStatements } from '../notifications/record-news.ts';
import { RefusedError } from '../refused-error.ts';
import type { Administrative } from './administrative.ts';
import type { ClientIds } from './client-ids.ts';
import { updateFrame } from './frames.ts';
import { HeldText } from './held-text.ts';
import { effectiveRole, type Participant } from './identity.ts';
import { type Change, Journal } from './journal.ts';
import type { Applied, LiveDocument, Repairs } from './live-document.ts';
import type { Member } from './member.ts';
import { PresenceBoard } from './presence.ts';
import { Queue } from './queue.ts';
import { ReadingBoard } from './readings.ts';
import { Receipts } from './receipts.ts';
import type { HandedIn, RoomOptions } from './room-options.ts';
import { rowsBeside } from './rows-beside.ts';
import { SizeBudget } from './size-budget.ts';
import { WholeState } from './whole-state.ts';

/** What whoever sent a command may hear. */
interface Replies {
  readonly done: (result: Result) => void;
  readonly refused: (refusal: Refusal) => void;
  readonly lost: () => void;
}

export class Room {
  readonly document: RoomOptions['document'];
  readonly live: LiveDocument;
  readonly clients: ClientIds;
  /** What a newcomer gets. */
  readonly whole: WholeState;
  readonly presence: PresenceBoard;
  readonly readings: ReadingBoard;
  readonly members = new Set<Member>();
  readonly #options: RoomOptions;
  readonly #queue: Queue;
  readonly #journal: Journal;
  readonly #budget: SizeBudget;
  readonly #receipts: Receipts;
  /** Null where changes can be saved. */
  readonly #held: HeldText | null;
  #lastAt: number;
  #closed = false;

  constructor(options: RoomOptions) {
    this.#options = options;
    this.#lastAt = options.at;
    this.document = options.document;
    this.live = options.live;
    this.#held = options.held ? new HeldText(options.live, NOT_SAVED) : null;
    this.#receipts = new Receipts(options.database, options.document.id);
    this.clients = options.clients;
    this.presence = new PresenceBoard((frame) => {
      for (const member of this.members) member.sendPassing(frame);
    });
    this.whole = new WholeState(options.live.doc);
    const { database, document, live, readings } = options;
    const beside = { database, document: document.id, doc: live.doc, members: this.members };
    this.readings = new ReadingBoard(beside, readings);
    this.#queue = new Queue(
      () => this.#journal.flush(),
      (error) => this.#lose(error),
    );
    this.#journal = new Journal({
      database: options.database,
      document: options.document.id,
      lineage: options.document.lineage,
      term: options.term,
      seq: options.seq,
      broadcast: (update) => this.#toAll(updateFrame(update)),
      failed: (error) => this.#lose(error),
      meters: options.meters,
    });
    this.#budget = new SizeBudget(options.live.doc, options.bytes, (bytes) =>
      options.log.warn({ document: options.document.publicId, bytes }, 'large document'),
    );
    // Marks that an earlier version left behind.
    if (!this.#held) this.inTurn(() => this.#recordRepairs(this.live.repair()));
  }

  /** The last durable entry. */
  get seq(): number {
    return this.#journal.seq;
  }

  /** Tasks that wait for their turn. */
  get queued(): number {
    return this.#queue.depth;
  }

  /** What was loaded and appended since, in bytes. */
  get bytes(): number {
    return this.#budget.bytes;
  }

  /** Why nothing can be saved here at the moment; null where all is well. */
  get heldBecause(): string | null {
    return this.#held && NOT_SAVED;
  }

  /** Resolves when all that was applied is durable or known to be lost. */
  settled(): Promise<void> {
    return this.#journal.settled();
  }

  /** What somebody may do here now: what the queue has come to, not what was true when they connected. */
  roleOf(participant: Participant): Role | null {
    return effectiveRole(participant, this.live.people.get(participant.id)?.role ?? null);
  }

  /** Lets a socket in, in its turn. */
  enter(member: Member): void {
    this.#queue.push(() => {
      if (this.#closed) return member.close('unavailable', 'This document is being opened again.');
      // It left before its turn came: nobody would ever take it out again.
      if (!member.connected) return;
      const role = this.roleOf(member.participant);
      if (role === null) return member.close('forbidden', NO_MEMBER);
      this.members.add(member);
      member.open(role);
    });
  }

  /** Runs `work` in the room's turn, when all before it has been applied; `lost` instead once the room is closed. */
  inTurn(work: () => void | Promise<void>, lost?: () => void): void {
    this.#queue.push(() => (this.#closed ? lost?.() : work()));
  }

  /** Within `inTurn`: runs `done` once everything applied so far is durable, `lost` if it will not be. */
  afterThis(done: (seq: number) => void, lost?: () => void): void {
    this.#journal.after(done, lost);
  }

  /** A socket went. */
  left(): void {
    if (this.members.size === 0 && !this.#closed) this.#options.empty();
  }

  /**
   * An update of the text from a socket. `done` hears, in the order of the
   * frames, when it is durable or changed nothing; `refused` at once, in turn.
   */
  update(
    bytes: Uint8Array,
    from: Member,
    done: (seq: number) => void,
    refused: (refusal: Refusal) => void,
  ): void {
    const refuseIt = (refusal: Refusal): void => {
      this.#options.meters.refused(refusal.code);
      refused(refusal);
    };
    this.inTurn(() => {
      const role = this.roleOf(from.participant);
      // Its socket was closed while this frame was under way.
      if (role === null || from.gone) return;
      if (this.#held) {
        const held = this.#held.update(bytes, role, from);
        if (held === 'nothing') this.#journal.after(done);
        else if (held !== 'left') refuseIt(held);
        return;
      }
      const full = this.#budget.refusal(bytes.length);
      if (full) return refuseIt(full);
      const applied = this.live.applyUpdate(bytes, role, (client) => from.ownsClient(client));
      if (applied === 'nothing') {
        this.#journal.after(done);
      } else if (isRefusal(applied)) {
        refuseIt(applied);
        if (applied.code === 'gate-breach') this.#lose(applied);
      } else {
        this.#record(applied, from.participant.id, done);
      }
    });
  }

  /** A command, by socket or over HTTP. `done` is called after the frame that carries its effect. */
  command(
    message: CommandMessage,
    from: Participant,
    done: (result: Result) => void,
    handedIn: HandedIn | null = null,
  ): void {
    const { commandId } = message;
    const refused = ({ code, reason }: Refusal): void => done({ commandId, code, reason });
    const lost = (): void => refused(refuse('unavailable', NOT_SAVED));
    this.#queue.push(async () => {
      if (this.#closed) return lost();
      try {
        await this.#carryOut(message, from, { done, refused, lost }, handedIn);
      } catch (error) {
        // Whoever waits for an answer over HTTP gets one; the queue ends the room.
        lost();
        throw error;
      }
    });
  }

  async #carryOut(
    message: CommandMessage,
    from: Participant,
    reply: Replies,
    handedIn: HandedIn | null,
  ): Promise<void> {
    const { done, refused, lost } = reply;
    const { commandId } = message;
    const known = await this.#receipts.find(from.id, commandId);
    if (this.#closed) return lost();
    if (known) {
      this.#journal.after(() => known.result && done(known.result), lost);
      return;
    }
    if (this.#held) return lost();
    const at = this.#commandClock();
    const executed = this.#execute(message, from, at, handedIn?.file);
    if (isRefusal(executed)) {
      this.#options.meters.refused(executed.code);
      this.#journal.after(() => refused(executed), lost);
      return;
    }
    const receipt = this.#receipts.begin(from.id, commandId);
    this.#append({
      actor: from.id,
      kind: EntryKind.command,
      at,
      updates: executed.updates,
      note: executed.note,
      command: { id: commandId, answer: executed.answer },
      statements: [
        ...(handedIn?.statements ?? []),
        ...rowsBeside(this.#options.database.query, this.document.id, executed),
        ...this.#newsRows(executed.news, from.id, at),
      ],
      durable: (seq) => {
        receipt.result = { commandId, seq, answer: executed.answer };
        done(receipt.result);
        this.#tell(executed.news);
      },
      lost,
    });
    this.#options.changed();
  }

  /** Records something administrative in its turn; resolves with its place in the log once durable. */
  administer(change: Administrative): Promise<number> {
    return new Promise((resolve, reject) => {
      const lost = (): void => reject(new RefusedError(refuse('unavailable', NOT_SAVED)));
      this.#queue.push(() => {
        if (this.#closed || this.#held) return lost();
        try {
          const refusal = change.allowed?.((id) => this.live.people.get(id)?.role ?? null);
          if (refusal) return reject(new RefusedError(refusal));
          change.inTurn?.();
        } catch (error) {
          return reject(error);
        }
        const at = this.#clock();
        this.#append({
          actor: change.by,
          kind: change.kind,
          at,
          updates: [],
          note: change.note,
          statements: [...change.statements, ...this.#newsRows(change.news, change.by, at)],
          durable: (seq) => {
            resolve(seq);
            this.#tell(change.news);
          },
          lost,
        });
      });
    });
  }

  /** In turn: a person's name and role from now on; null makes them a stranger, whose sockets close. */
  setRole(id: PersonId, name: string, role: Role | null): void {
    const before = this.live.people.get(id)?.role ?? null;
    // The owner stays lead, whatever their membership says.
    this.live.people.set(id, { id, name, role: this.#options.owner === id ? before : role });
    for (const member of this.members) {
      if (member.participant.id === id && this.roleOf(member.participant) === null) {
        member.close('forbidden', NO_MEMBER);
      }
    }
    this.sendPeople(this.members);
  }

  /** Tells these sockets who ever acted here. */
  sendPeople(to: Iterable<Member>): void {
    const frame = encodeMessage('people', { people: [...this.live.people.values()] });
    for (const member of to) if (member.speaksAttest) member.send(frame);
  }

  /** Nobody may use it any more; what was applied is still being appended. */
  close(code: RefusalCode, reason: string): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const member of this.members) member.close(code, reason);
    this.members.clear();
    this.presence.destroy();
  }

  #append(change: Change): void {
    for (const update of change.updates) this.#budget.add(update.length);
    this.#journal.add(change);
  }

  #execute(
    message: CommandMessage,
    from: Participant,
    now: number,
    stored: StoredFile | undefined,
  ): Executed | Refusal {
    const role = this.roleOf(from);
    if (role === null) return refuse('forbidden', NO_MEMBER);
    const full = this.#budget.refusal(limits.recordBytes);
    return full ?? execute(this.live, message, { actor: from.id, role, now, stored });
  }

  #record(applied: Applied, actor: PersonId, done: (seq: number) => void): void {
    const at = this.#clock();
    const statements = applied.clients
      .filter((client) => this.clients.needsBinding(client))
      .map((client) => this.clients.bind(client, actor));
    this.#append({
      actor,
      kind: EntryKind.text,
      at,
      updates: applied.own,
      statements,
      durable: done,
    });
    if (applied.cleanups.length > 0) {
      this.#append({ actor: SYSTEM, kind: EntryKind.cleanup, at, updates: applied.cleanups });
    }
    this.#recordRepairs(applied.repairs);
    this.#options.changed();
  }

  #recordRepairs(repairs: Repairs | null): void {
    if (!repairs) return;
    this.#append({ actor: SYSTEM, kind: EntryKind.repair, at: this.#clock(), ...repairs });
  }

  /** In the same transaction as what they tell of: a crash loses both or neither. */
  #newsRows(news: readonly News[] | undefined, actor: PersonId, at: number): CompiledQuery[] {
    const occasion = { document: this.document.id, actor, at };
    return newsStatements(this.#options.database, news ?? [], occasion);
  }

  #tell(news: readonly News[] = []): void {
    if (news.length > 0) this.#options.told(news.map(({ to }) => to));
  }

  /** The log's time never goes back, whatever the machine's clock does. */
  #clock(): number {
    this.#lastAt = Math.max(this.#lastAt, this.#options.now());
    return this.#lastAt;
  }

  /** No two commands share an instant: what came after what is read from their times too. */
  #commandClock(): number {
    this.#lastAt = Math.max(this.#lastAt + 1, this.#options.now());
    return this.#lastAt;
  }

  #toAll(frame: Uint8Array): void {
    for (const member of this.members) member.send(frame);
  }

  /** What is in memory can no longer be trusted: everybody starts again from the log. */
  #lose(why: unknown): void {
    this.#options.log.error({ document: this.document.publicId, why }, 'room lost');
    this.#options.meters.roomLost();
    this.close('unavailable', NOT_SAVED);
    this.#options.lost(why);
  }
}

const NO_MEMBER = 'You are not a member of this document any more. Ask a lead for an invitation.';
const NOT_SAVED =
  'Nothing can be saved right now. Your changes are kept on this page and sent as soon as it works again.';

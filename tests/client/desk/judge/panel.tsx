/**
 * The right pane over a real record store: what is given is carried out on one
 * document by the commands themselves, as a server that answers at once, or not.
 */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import * as decoding from 'lib0/decoding';
import { act, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import {
  type Desk,
  DeskContext,
  type GiveOptions,
} from '../../../../client/features/desk/desk-context.ts';
import type { EditorHandle } from '../../../../client/editor/handle.ts';
import { MeContext } from '../../../../client/features/account/signed-in.tsx';
import type { Me } from '../../../../client/features/api/session.ts';
import { DocumentContext } from '../../../../client/features/document/document-context.ts';
import { ClaimRows } from '../../../../client/features/desk/claims/claim-rows.ts';
import { PickedClaims } from '../../../../client/features/desk/claims/picked-claims.ts';
import { ShownClaims } from '../../../../client/features/desk/claims/shown-claims.ts';
import { ClaimPanel, fetchOpenClaim } from '../../../../client/features/desk/judge/claim-panel.tsx';
import { VerdictSlot } from '../../../../client/features/desk/judge/verdict-slot.ts';
import type { Pane } from '../../../../client/features/desk/panes/use-pane.ts';
import { newId } from '../../../../client/store/new-id.ts';
import { Readings } from '../../../../client/store/readings.ts';
import { RecordStore } from '../../../../client/store/record-store.ts';
import { SharedRecord } from '../../../../client/store/shared-record.ts';
import { openDevice } from '../../../../client/sync/device.ts';
import { Outbox } from '../../../../client/sync/outbox.ts';
import { locate } from '../../../../domain/anchor/locate.ts';
import { setAnchor, textsOf } from '../../../../domain/anchor/set-anchor.ts';
import type { CommandInput } from '../../../../domain/command/command.ts';
import { type ArgsOf, type CommandName, prepare } from '../../../../domain/command/list.ts';
import { perform } from '../../../../domain/command/perform.ts';
import type { AnchorState } from '../../../../domain/derive/standing.ts';
import { decodeMessage } from '../../../../domain/protocol/frame.ts';
import type { Result } from '../../../../domain/protocol/result.ts';
import { writePut } from '../../../../domain/record/codec.ts';
import type { RecordState } from '../../../../domain/record/state.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import type { Role } from '../../../../domain/role.ts';
import { FragmentText, stringOf } from '../../../../domain/text/plain-text.ts';
import { doc, p, section, sharedDoc } from '../../editor/shared-text.ts';

/** Who is in every newsroom of these tests. */
export const people = [
  { id: 1, name: 'Lena Okafor', role: 'lead' },
  { id: 2, name: 'Amir Haddad', role: 'analyst' },
  { id: 3, name: 'Yuki Tanaka', role: 'analyst' },
  { id: 4, name: 'Vera Lind', role: 'viewer' },
] as const satisfies readonly { id: number; name: string; role: Role }[];
export type Who = (typeof people)[number]['name'];

const signedIn: Me = {
  person: { id: 2, name: 'Amir Haddad', email: 'amir@newsroom.example' },
  owner: false,
  mayCreate: true,
  uploadMegabytes: 20,
  fetchesPages: false,
};

const pane: Pane = {
  width: 404,
  min: 320,
  max: 620,
  foldsBelow: 1024,
  open: true,
  narrow: false,
  setWidth() {},
  toggle() {},
  show() {},
};

export class Newsroom {
  /** Of the document: drafts are kept by it, so no two tests may share one. */
  readonly id = newId();
  readonly shared: Y.Doc = sharedDoc(
    doc(section(p('The rate fell in May. Prices rose. Nobody knows why.'))),
  );
  readonly record = new SharedRecord(this.shared, () => {});
  #now = 1_700_000_000_000;
  #seq = 0;

  constructor() {
    this.record.setPeople(new Map(people.map((person) => [person.id, person])));
  }

  get state(): RecordState {
    return this.record.state;
  }

  /** What somebody else does, or the server for whoever sent it. */
  run(who: Who, input: CommandInput, commandId: string = newId()): Result {
    const person = people.find(({ name }) => name === who);
    const prepared = prepare(input);
    if (!person || isRefusal(prepared)) throw new Error(JSON.stringify(prepared));
    this.#now += 60_000;
    const { id: actor, role } = person;
    const text = this.shared.getXmlFragment('text');
    const outcome = perform(this.state, prepared, { actor, role, now: this.#now }, (place) =>
      locate(text, place),
    );
    if (isRefusal(outcome)) return { commandId, ...outcome };
    this.shared.transact(() => {
      for (const put of outcome.puts) writePut(this.shared, put);
      if (outcome.anchor === undefined || !('place' in (prepared.args as object))) return;
      const found = locate(text, (prepared.args as { place: never }).place);
      if (!isRefusal(found)) setAnchor(text, outcome.anchor, found);
    });
    this.#seq += 1;
    return { commandId, seq: this.#seq };
  }

  /** Does it, and says so where it could not be. */
  given<Name extends CommandName>(who: Who, name: Name, args: ArgsOf<Name>): void {
    const result = this.run(who, { name, args });
    if ('code' in result) throw new Error(result.reason);
  }

  /** Somebody changes the text; `to` begins with the first word of `from`. */
  edit(from: string, to: string): void {
    const [first = ''] = from.split(' ');
    for (const text of textsOf(this.shared.getXmlFragment('text'))) {
      const at = stringOf(text).indexOf(from);
      if (at >= 0)
        text.insert(
          at + first.length,
          to.slice(first.length, to.length - (from.length - first.length)),
        );
    }
  }

  /** A claim on these words; its id. */
  marked(quote: string): string {
    const claimId = newId();
    const place = { start: '', end: '', quote, block: 0 };
    this.given('Amir Haddad', 'claim.mark', { claimId, place, checks: 'content' });
    return claimId;
  }

  /** Evidence on a claim; its id. */
  sourced(claimId: string, url: string, who: Who = 'Amir Haddad'): string {
    const evidenceId = newId();
    this.given(who, 'evidence.add', {
      evidenceId,
      claimId,
      sourceId: newId(),
      newSource: { url, title: '', publisher: '', reliability: 'B' },
      passage: '',
      translation: '',
      translator: '',
      stance: 'supports',
      directness: null,
      credibility: 2,
      note: '',
      question: '',
    });
    return evidenceId;
  }

  judged(who: Who, claimId: string, rating: string, more: Partial<ArgsOf<'verdict.give'>> = {}) {
    this.given(who, 'verdict.give', {
      claimId,
      claimVersion: this.state.claims.get(claimId)?.version ?? 1,
      rating,
      confidence: 'moderate',
      basis: '',
      rationale: '',
      likelihood: null,
      evidence: [],
      ...more,
    });
  }
}

export interface Opened {
  readonly panel: HTMLElement;
  /** Everything that was said in passing. */
  readonly said: string[];
  /** What was offered with it. */
  readonly offered: { run(): void }[];
  readonly desk: () => Desk;
  /** The answers that the server owes, where it does not answer by itself. */
  readonly owed: (() => void)[];
  close(): void;
}

export interface Opening {
  readonly who: Who;
  readonly current?: string | null;
  readonly shown?: readonly string[];
  readonly anchors?: ReadonlyMap<string, AnchorState>;
  /** The server keeps its answers to itself. */
  readonly silent?: boolean;
}

/** The pane as this person has it open. */
export async function openPanel(room: Newsroom, opening: Opening): Promise<Opened> {
  const { who, current = null, silent = false, anchors = new Map() } = opening;
  const person = people.find(({ name }) => name === who);
  if (!person) throw new Error(`There is no ${who}`);
  const owed: (() => void)[] = [];
  const said: string[] = [];
  const offered: { run(): void }[] = [];
  const made: { store?: RecordStore } = {};
  const outbox = await Outbox.open(await openDevice(newId()), 'copy', {
    onChange: () => made.store?.refresh(),
    onRefused: () => {},
  });
  const store = new RecordStore({
    doc: room.shared,
    person,
    outbox,
    now: () => 1_700_000_500_000,
  });
  made.store = store;
  store.setPeople({ people: [...people] });
  outbox.connect((frame) => {
    const decoder = decoding.createDecoder(frame);
    decoding.readVarUint(decoder);
    const read = decodeMessage('command', decoder);
    if (!read.ok) throw new Error('The page sent what is no command');
    const { commandId, name, args } = read.message;
    const answer = (): void => outbox.settle(room.run(who, { name, args }, commandId));
    if (silent) owed.push(answer);
    else queueMicrotask(() => act(answer));
  });
  const live = {
    generation: 1,
    session: { person, lineage: 'first', schema: 1, client: 7 },
    doc: room.shared,
    text: room.shared.getXmlFragment('text'),
    awareness: new Awareness(room.shared),
    store,
    readings: new Readings(),
    hold() {},
  };
  const dispatching = store;
  let desk: Desk | undefined;

  function TestDesk() {
    const [claim, open] = useState<string | null>(current);
    const [tab, setTab] = useState<Desk['tab']>('evidence');
    const [form, setForm] = useState<Desk['form']>(null);
    const [verdict] = useState(() => new VerdictSlot());
    const [say] = useState(() => (words: string, action?: { run(): void }) => {
      said.push(words);
      if (action) offered.push(action);
    });
    const [give] = useState(
      () =>
        async <Name extends CommandName>(
          name: Name,
          args: ArgsOf<Name>,
          { onRefused, tellsRefusal = false, step }: GiveOptions = {},
        ) => {
          const { commandId, result: answer } = dispatching.dispatch(name, args, step?.commandId);
          if (step) step.commandId ??= commandId;
          const result = await answer;
          if (isRefusal(result)) {
            if (!tellsRefusal) said.push(result.reason);
            onRefused?.(result);
          }
          return result;
        },
    );
    // The test looks at what the pane was given; nothing renders by it.
    // oxlint-disable-next-line react/globals
    desk = {
      id: room.id,
      handle: {
        subscribe: () => () => {},
        getSnapshot: () => snapshot,
        restart() {},
        dismiss() {},
        close: async () => {},
      },
      live,
      editor: editorOver(live.text),
      mode: 'annotate',
      setMode() {},
      selection: null,
      current: claim,
      open: (id) => {
        open(id);
        setForm(null);
      },
      tab,
      setTab,
      form,
      setForm,
      anchors,
      order: opening.shown ?? [],
      rows: new ClaimRows(live.store.me.id),
      shown,
      picked: new PickedClaims(),
      verdict,
      panes: { claims: pane, claim: pane },
      focusSearch() {},
      focusList() {},
      focusText() {},
      overlap: [],
      setOverlap() {},
      queue: { place: null, isWalking: false, isDone: false, go() {}, end() {} },
      overlay: null,
      show() {},
      back() {},
      commenting: { place: null, comment() {} },
      thread: null,
      openThread() {},
      marking: {
        duplicate: null,
        mark() {},
        markBoth() {},
        markApart() {},
        markMerged() {},
        markOther() {},
        drop() {},
      },
      give,
      say,
      undo: (commandId) => void dispatching.undo(commandId),
      redo() {},
    };
    return (
      <DocumentContext value={desk}>
        <DeskContext value={desk}>
          <ClaimPanel />
        </DeskContext>
      </DocumentContext>
    );
  }

  const shown = new ShownClaims();
  shown.set(opening.shown ?? (current === null ? [] : [current]));
  const snapshot = {
    live,
    connection: { kind: silent ? 'offline' : 'live' },
    saved: { kind: 'saved' },
    handedBack: [],
    keepsOffline: true,
  } as const;
  await fetchOpenClaim();
  const panel = document.body.appendChild(document.createElement('section'));
  panel.id = 'claim';
  const root = createRoot(panel);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  act(() =>
    root.render(
      <QueryClientProvider client={queries}>
        <MeContext value={signedIn}>
          <TestDesk />
        </MeContext>
      </QueryClientProvider>,
    ),
  );
  return {
    panel,
    said,
    offered,
    owed,
    desk() {
      if (!desk) throw new Error('Nothing is drawn');
      return desk;
    },
    close() {
      act(() => root.unmount());
      panel.remove();
      dispatching.destroy();
    },
  };
}

/** Of an editor what the pane asks: where a claim stands. */
function editorOver(text: Y.XmlFragment): EditorHandle {
  const blockOf: EditorHandle['blockOf'] = ({ quote }) => {
    const words = new FragmentText(text).string
      .split('\n')
      .find((each) => each.includes(quote.exact));
    return words === undefined ? null : { words, at: words.indexOf(quote.exact) };
  };
  return { blockOf, wordsOf: () => null } as Partial<EditorHandle> as EditorHandle;
}

/** Words that could not be saved: kept on the device until the person dismisses them. */
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Device, WaitingCommand } from '../sync/device.ts';
import { leftWords } from '../sync/local-copy.ts';
import type { Session } from '../sync/session.ts';
import type { HandedBack } from '../sync/state.ts';
import { newId } from './new-id.ts';
import { proseOf } from './prose.ts';

export class HandedBackWords {
  readonly #device: Device;
  readonly #owner: string;
  readonly #onChange: (list: readonly HandedBack[]) => void;
  #list: readonly HandedBack[] = [];

  private constructor(
    device: Device,
    owner: string,
    onChange: (list: readonly HandedBack[]) => void,
  ) {
    this.#device = device;
    this.#owner = owner;
    this.#onChange = onChange;
  }

  /** With those of earlier pages of this person in this document. */
  static async open(
    device: Device,
    document: string,
    person: number,
    onChange: (list: readonly HandedBack[]) => void,
  ): Promise<HandedBackWords> {
    const words = new HandedBackWords(device, `${document}/${person}`, onChange);
    words.#set(await device.kept(words.#owner));
    return words;
  }

  async add(words: Omit<HandedBack, 'id' | 'at'>): Promise<void> {
    const handed: HandedBack = { ...words, id: newId(), at: Date.now() };
    this.#set([...this.#list, handed]);
    await this.#device.putKept({ ...handed, owner: this.#owner }).catch(() => {});
  }

  /** `orphan`: whoever gave the command is gone and cannot say on the screen what became of it. */
  async addCommand(command: WaitingCommand, refusal: Refusal, orphan: boolean): Promise<void> {
    const words = proseOf(command.args);
    if (words === '' && !orphan) return;
    await this.add({ kind: 'command', words, command: command.name, ...refusal });
  }

  dismiss(id: string): void {
    this.#set(this.#list.filter((words) => words.id !== id));
    this.#device.deleteKept(id).catch(() => {});
  }

  #set(list: readonly HandedBack[]): void {
    this.#list = list;
    this.#onChange(list);
  }
}

/**
 * Copies of other lineages or schemas give up what they hold unsent and go; one
 * is never merged into another. Returns what is known of the copy `name`.
 */
export async function settleCopies(
  device: Device,
  session: Session,
  { document, name }: { document: string; name: string },
  words: HandedBackWords,
): Promise<ReadonlyMap<number, number>> {
  let known: ReadonlyMap<number, number> = new Map();
  for (const copy of await device.copies(document, session.person.id)) {
    const sameLife = copy.name === name;
    if (sameLife && copy.schema === session.schema) {
      known = copy.known;
      continue;
    }
    const refusal = refuse(
      sameLife ? 'wrong-schema' : 'wrong-lineage',
      'The document began anew on the server. These words of yours had not been saved.',
    );
    const left = await leftWords(device, copy.name, copy.known);
    if (left !== '') await words.add({ kind: 'leftover', words: left, ...refusal });
    for (const command of sameLife ? [] : await device.waiting(copy.name)) {
      await words.addCommand(command, refusal, true);
      await device.deleteWaiting(command.commandId);
    }
    await device.deleteCopy(copy.name);
  }
  return known;
}

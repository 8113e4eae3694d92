/** Work that is under way by a name, for those who have to know how it ended. */
export class UnderWay {
  readonly #all = new Map<string, Promise<unknown>>();

  async during(name: string, work: () => Promise<void>): Promise<void> {
    const mine = work();
    const all = Promise.allSettled([this.#all.get(name), mine]).then(() => {
      if (this.#all.get(name) === all) this.#all.delete(name);
    });
    this.#all.set(name, all);
    await mine;
  }

  /** Once nothing works under this name; at once where nothing does. */
  async ended(name: string): Promise<void> {
    await this.#all.get(name);
  }
}

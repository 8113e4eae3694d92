/** The desk as somebody uses it: what they point at, press and read, by its role and name. */
import { expect, type Locator, type Page, test } from '@playwright/test';

export class DeskPage {
  readonly page: Page;
  /** The text, read or edited. */
  readonly text: Locator;
  /** Every piece of a claim in the text. */
  readonly marks: Locator;
  /** The claims of the list. */
  readonly claims: Locator;
  readonly panel: Locator;
  readonly markButton: Locator;
  readonly saved: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.text = page.locator('#text .ProseMirror');
    this.marks = this.text.locator('.anchor.claim');
    this.claims = page.getByRole('region', { name: 'Claims' }).getByRole('option');
    this.panel = page.getByRole('region', { name: 'Current claim' });
    this.markButton = page
      .getByRole('toolbar', { name: 'Selection' })
      .getByRole('button', { name: 'Mark claim' });
    this.saved = page.getByRole('banner').getByRole('status');
  }

  /** Opens a document and waits until it can be worked on. */
  static async open(page: Page, document: string): Promise<DeskPage> {
    await page.goto(`/d/${document}`);
    return DeskPage.on(page);
  }

  /** The desk that is being opened on this page. */
  static async on(page: Page): Promise<DeskPage> {
    const desk = new DeskPage(page);
    await expect(desk.text).toBeVisible();
    return desk;
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await expect(this.text).toBeVisible();
  }

  claim(number: number): Locator {
    return this.page
      .getByRole('region', { name: 'Claims' })
      .getByRole('option', { name: new RegExp(`^Claim ${number}\\b`) });
  }

  /** The text as it is read, a block each; carets and names of others are not part of it. */
  async blocks(): Promise<string[]> {
    return this.text.locator('p, h1, h2, h3').evaluateAll(wordsOf);
  }

  /** The words that the claims in the text stand on, a piece each. */
  async marked(): Promise<string[]> {
    return this.marks.evaluateAll(wordsOf);
  }

  /** Selects by pointer, from the first of these words to the last of those; both within one block each. */
  async select(from: string, to: string = from): Promise<void> {
    const start = await this.#point(from, 'start');
    const end = await this.#point(to, 'end', false);
    const { mouse } = this.page;
    await mouse.move(start.x, start.y);
    await mouse.down();
    await mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
    await mouse.move(end.x, end.y);
    await mouse.up();
  }

  /** Puts the caret, or the reader's place, before or behind these words. */
  async click(words: string, at: 'start' | 'end' = 'start'): Promise<void> {
    const { x, y } = await this.#point(words, at);
    await this.page.mouse.click(x, y);
    // The editor hears of a new selection by an event that comes later than the click.
    await this.page.evaluate(() => new Promise(requestAnimationFrame));
  }

  async edit(): Promise<void> {
    await this.page.getByRole('radio', { name: 'Edit text' }).click();
    await expect(this.page.getByRole('textbox', { name: /text being edited/ })).toBeVisible();
  }

  async annotate(): Promise<void> {
    await this.page.getByRole('radio', { name: 'Annotate' }).click();
  }

  /** Chooses from the document's own menu. */
  async menu(item: string): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { expanded: false }).nth(0).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** Brings a claim up in the right pane. */
  async openClaim(number: number): Promise<void> {
    await this.claim(number).click();
    await expect(this.panel.getByRole('heading', { name: `#${number}` })).toBeVisible();
  }

  /** A tab of the right pane. */
  async tab(name: 'Evidence' | 'Verdicts' | 'Talk'): Promise<void> {
    await this.panel.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  /** On the open claim. */
  async addEvidence(piece: {
    link: string;
    title: string;
    passage: string;
    stance: string;
    grade: string;
  }): Promise<void> {
    await this.tab('Evidence');
    await this.panel.getByRole('button', { name: 'Add evidence' }).click();
    const form = this.panel.getByRole('form', { name: 'New evidence' });
    await form.getByRole('textbox', { name: 'Link' }).fill(piece.link);
    await form.getByRole('textbox', { name: 'Title' }).fill(piece.title);
    await form.getByRole('textbox', { name: 'Passage' }).fill(piece.passage);
    await form.getByRole('radio', { name: piece.stance }).click();
    await form.getByRole('textbox', { name: 'Grade' }).fill(piece.grade);
    await form.getByRole('button', { name: 'Add evidence' }).click();
    await expect(form).toHaveCount(0);
  }

  /** On the open claim. */
  async judge(rating: string, confidence: string, rationale: string): Promise<void> {
    const mine = this.panel.getByRole('region', { name: 'My verdict' });
    // The radio itself lies unseen below its label.
    await mine
      .getByRole('radiogroup', { name: 'Rating' })
      .getByText(rating, { exact: true })
      .click();
    await mine.getByRole('radio', { name: confidence }).click();
    await mine.getByRole('textbox', { name: 'Rationale' }).fill(rationale);
    await mine.getByRole('button', { name: 'Submit and go on' }).click();
  }

  /** The only verdict of somebody else on the open claim. */
  async review(outcome: string, comment: string): Promise<void> {
    await this.tab('Verdicts');
    await this.panel.getByRole('button', { name: 'Review' }).click();
    const form = this.panel.getByRole('form', { name: 'Review' });
    await form.getByRole('radio', { name: outcome, exact: true }).click();
    await form.getByRole('textbox', { name: 'Comment' }).fill(comment);
    await form.getByRole('button', { name: 'Submit review' }).click();
    await expect(form).toHaveCount(0);
  }

  async rule(rating: string, explanation: string): Promise<void> {
    await this.tab('Verdicts');
    await this.panel.getByRole('button', { name: 'Rule', exact: true }).click();
    const form = this.panel.getByRole('form', { name: 'Ruling' });
    await form.getByRole('button', { name: /Rating/ }).click();
    await this.page.getByRole('option', { name: rating, exact: true }).click();
    await form.getByRole('textbox', { name: 'Explanation' }).fill(explanation);
    await form.getByRole('button', { name: 'Rule' }).click();
    await expect(form).toHaveCount(0);
  }

  /** Saves the document as a file; the path of that file. */
  async export(format: string, audience: 'Members' | 'The public' = 'Members'): Promise<string> {
    await this.page.getByRole('button', { name: 'Export' }).click();
    await this.page.getByRole('menuitem', { name: format }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('radio', { name: audience }).click();
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Export', exact: true }).click(),
    ]);
    await dialog.waitFor({ state: 'detached' });
    // Under its own name: browsers tell a page from other files by it.
    const file = test.info().outputPath(download.suggestedFilename());
    await download.saveAs(file);
    return file;
  }

  async #point(
    words: string,
    at: 'start' | 'end',
    scroll = true,
  ): Promise<{ x: number; y: number }> {
    let point = await this.text.evaluate(pointOf, { words, at, scroll });
    // The text may still be on its way to a claim that was opened before.
    const still = async (): Promise<boolean> => {
      const before = point;
      await this.page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      point = await this.text.evaluate(pointOf, { words, at, scroll: false });
      return before.x === point.x && before.y === point.y;
    };
    await expect.poll(still, `“${words}” stands still`).toBe(true);
    // A message may lie over the words for a while.
    const uncovered = (): Promise<boolean> => this.text.evaluate(isText, point);
    await expect.poll(uncovered, `“${words}” can be pointed at`).toBe(true);
    return point;
  }
}

/** Runs in the page. */
function wordsOf(elements: Element[]): string[] {
  return elements.map((element) => {
    const copy = element.cloneNode(true);
    if (!(copy instanceof Element)) return '';
    for (const widget of copy.querySelectorAll('.ProseMirror-widget')) widget.remove();
    return copy.textContent;
  });
}

/** Runs in the page: whether a press there reaches the text. */
function isText(text: Element, { x, y }: { x: number; y: number }): boolean {
  return text.contains(document.elementFromPoint(x, y));
}

interface Wanted {
  readonly words: string;
  readonly at: 'start' | 'end';
  readonly scroll: boolean;
}

/** Runs in the page: where the first occurrence of these words within a block begins or ends on the screen. */
function pointOf(text: Element, { words, at, scroll }: Wanted): { x: number; y: number } {
  const blocks = [...text.querySelectorAll('p, h1, h2, h3, h4, h5, h6')];
  for (const block of blocks) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node instanceof Text && !node.parentElement?.closest('.ProseMirror-widget'))
        nodes.push(node);
    }
    const found = nodes
      .map(({ data }) => data)
      .join('')
      .indexOf(words);
    if (found < 0) continue;
    if (scroll) block.scrollIntoView({ block: 'center' });
    let left = at === 'start' ? found : found + words.length - 1;
    const node = nodes.find(({ length }) => {
      if (left < length) return true;
      left -= length;
      return false;
    });
    if (!node) break;
    const range = document.createRange();
    range.setStart(node, left);
    range.setEnd(node, left + 1);
    const rect = range.getBoundingClientRect();
    const inset = Math.min(1, rect.width / 4);
    const x = at === 'start' ? rect.left + inset : rect.right - inset;
    return { x, y: rect.top + rect.height / 2 };
  }
  throw new Error(`These words are nowhere in the text: ${words}`);
}

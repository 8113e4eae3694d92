// The text with its claims highlighted and numbered. Claims overlap as they
// like while elements must nest, so a highlight is as many `mark`s as it takes.
import type { Mark, Node } from 'prosemirror-model';
import { stageWords } from '../../../domain/derive/words.ts';
import { isLinkTarget } from '../../../domain/text/link-target.ts';
import type { ClaimView } from '../claim-view.ts';
import type { Heading } from './contents.ts';
import { html, trusted, type Markup } from './markup.ts';

type Views = ReadonlyMap<string, ClaimView>;

/** What stands behind a claim: "12 MT", "7 disputed", "9". */
function labelOf({ claim, rating, stage }: ClaimView): string {
  const state = rating?.letters ?? (stage === 'disputed' ? 'disputed' : '');
  return `${claim.number} ${state}`.trim();
}

/** Spoken in full: "Claim 12 MT Mostly true". */
function labelLink(view: ClaimView): Markup {
  const state = view.rating?.label ?? (view.stage && stageWords[view.stage]) ?? '';
  return html`<a class="label" href="#claim-${view.claim.number}"><span class="unseen">Claim </span>${labelOf(view)}<span class="unseen"> ${state}</span></a>`;
}

function openMark(view: ClaimView, depth: number, first: boolean): Markup {
  const classes = [
    'claim',
    view.stage ?? 'unsaid',
    view.rating?.colour,
    depth > 0 && `depth-${Math.min(depth, 3)}`,
  ];
  const id = first ? html` id="text-${view.claim.number}"` : null;
  return html`<mark class="${classes.filter(Boolean).join(' ')}"${id}>`;
}

function formatted(text: string, marks: readonly Mark[]): Markup {
  return marks.reduce<Markup>((inner, mark) => {
    const href: unknown = mark.attrs['href'];
    switch (mark.type.name) {
      case 'strong':
        return html`<strong>${inner}</strong>`;
      case 'em':
        return html`<em>${inner}</em>`;
      case 'code':
        return html`<code>${inner}</code>`;
      case 'link':
        return isLinkTarget(href)
          ? html`<a href="${href}" rel="noopener noreferrer nofollow">${inner}</a>`
          : inner;
      default:
        return inner;
    }
  }, html`${text}`);
}

/** Keeps which highlights are open while a text block is written, and which have begun anywhere. */
class Highlighter {
  readonly #views: Views;
  readonly #begun = new Set<ClaimView>();
  #open: ClaimView[] = [];

  constructor(views: Views) {
    this.#views = views;
  }

  /** The claims on a run of text, outermost first: what begins earlier holds what begins later. */
  claimsOn(node: Node | undefined): ClaimView[] {
    return (node?.marks ?? [])
      .flatMap((mark) => this.#views.get(String(mark.attrs['id'])) ?? [])
      .toSorted(
        (a, b) =>
          (a.span?.from ?? 0) - (b.span?.from ?? 0) ||
          (b.span?.to ?? 0) - (a.span?.to ?? 0) ||
          a.claim.number - b.claim.number,
      );
  }

  /**
   * Closes and opens until exactly `wanted` are open. The label of a claim that
   * ended at `at` stands behind it, inside of what goes on, before what begins.
   */
  turn(wanted: readonly ClaimView[], at: number): Markup[] {
    const written: Markup[] = [];
    let common = 0;
    while (common < wanted.length && this.#open[common] === wanted[common]) common += 1;
    const closed = this.#open.splice(common).toReversed();
    const ended = closed.filter((view) => view.span?.to === at);
    written.push(...closed.map(() => trusted('</mark>')));
    const goingOn = (view: ClaimView) => closed.includes(view);
    for (const view of wanted.slice(common).filter(goingOn)) written.push(this.#begin(view));
    written.push(...ended.map(labelLink));
    for (const view of wanted.slice(common).filter((each) => !goingOn(each))) {
      written.push(this.#begin(view));
    }
    return written;
  }

  #begin(view: ClaimView): Markup {
    const mark = openMark(view, this.#open.length, !this.#begun.has(view));
    this.#begun.add(view);
    this.#open.push(view);
    return mark;
  }
}

function inline(block: Node, start: number, highlighter: Highlighter): Markup[] {
  const written: Markup[] = [];
  let at = start;
  for (const [index, child] of block.children.entries()) {
    const here = highlighter.claimsOn(child);
    if (child.isText) {
      written.push(...highlighter.turn(here, at), formatted(child.text ?? '', child.marks));
    } else {
      // A break bears no marks; what goes on behind it stays open over it.
      const before = highlighter.claimsOn(block.children[index - 1]);
      const after = new Set(highlighter.claimsOn(block.children[index + 1]));
      const through = before.filter((view) => after.has(view));
      written.push(...highlighter.turn(through, at), html`<br>`);
    }
    at += child.nodeSize;
  }
  written.push(...highlighter.turn([], at));
  return written;
}

interface Writer {
  readonly highlighter: Highlighter;
  readonly headings: ReadonlyMap<Node, Heading>;
}

function blocks(parent: Node, start: number, writer: Writer): Markup[] {
  let at = start;
  return parent.children.map((child) => {
    const written = block(child, at, writer);
    at += child.nodeSize;
    return written;
  });
}

/** `pos` is the position before the node. */
function block(node: Node, pos: number, writer: Writer): Markup {
  const inner = () =>
    node.isTextblock ? inline(node, pos + 1, writer.highlighter) : blocks(node, pos + 1, writer);
  switch (node.type.name) {
    case 'paragraph':
      return html`<p dir="auto">${inner()}</p>`;
    case 'heading': {
      const heading = writer.headings.get(node);
      if (!heading) return html`<p dir="auto">${inner()}</p>`;
      // The page's own title is the only h1.
      const tag = trusted(`h${Math.min(6, heading.level + 1)}`);
      return html`<${tag} dir="auto" id="${heading.id}">${inner()}</${tag}>`;
    }
    case 'bullet_list':
      return html`<ul>${inner()}</ul>`;
    case 'ordered_list':
      return html`<ol start="${Number(node.attrs['order'])}">${inner()}</ol>`;
    case 'list_item':
      return html`<li>${inner()}</li>`;
    case 'blockquote':
      return html`<blockquote>${inner()}</blockquote>`;
    case 'code_block':
      return html`<pre><code>${inner()}</code></pre>`;
    case 'horizontal_rule':
      return html`<hr>`;
    default:
      return html`${inner()}`;
  }
}

/** The text in pieces, a block of a section each. A withdrawn claim highlights nothing. */
export function* renderText(
  text: Node,
  views: readonly ClaimView[],
  headings: ReadonlyMap<Node, Heading>,
): Generator<Markup> {
  const live = views.filter(({ claim }) => !claim.withdrawn);
  const writer = {
    highlighter: new Highlighter(new Map(live.map((view) => [view.claim.id, view]))),
    headings,
  };
  let at = 0;
  for (const section of text.children) {
    let within = at + 1;
    for (const child of section.children) {
      yield block(child, within, writer);
      within += child.nodeSize;
    }
    at += section.nodeSize;
  }
}

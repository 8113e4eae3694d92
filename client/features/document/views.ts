/** The pages of one document, in the order of its header. A new one is a line here. */
export interface DocumentView {
  readonly id: string;
  readonly name: string;
  /** Where it is, by the id of the document. */
  href(document: string): string;
}

export const documentViews = [
  { id: 'desk', name: 'Desk', href: (document) => `/d/${document}` },
  // Across documents: what waits for me does not stop at one.
  { id: 'queue', name: 'Queue', href: () => '/queue' },
  { id: 'sources', name: 'Sources', href: (document) => `/d/${document}/sources` },
] as const satisfies readonly DocumentView[];

export type DocumentViewId = (typeof documentViews)[number]['id'];

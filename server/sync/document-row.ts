/** A document as its row says, without opening it. */
export interface DocumentRow {
  readonly id: number;
  readonly publicId: string;
  readonly lineage: string;
}

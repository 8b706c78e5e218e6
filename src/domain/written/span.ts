/** A piece of a text: UTF-16 offsets into it, end exclusive. Of a page, into `Snapshot.text`. */
export interface Span {
  start: number;
  end: number;
}

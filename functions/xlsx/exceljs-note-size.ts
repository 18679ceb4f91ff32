// exceljs 4.4 gives every note the same box of two columns by four rows, in which a longer remark cannot be read. Here the
// box is as high as its text wants it (the anchor of ECMA-376 part 4, 19.4.2.4: columns and rows, with offsets in pixels).

import VmlAnchor from 'exceljs/lib/xlsx/xform/comment/vml-anchor-xform';

interface Stream {
  leafNode(name: string, attributes: null, text: string): void;
}
interface Model {
  readonly refAddress: { readonly col: number; readonly row: number };
  readonly note: { readonly texts: readonly { readonly text: string }[] };
}

const WIDTH_IN_COLUMNS = 3;
/** About as many characters of 12 point type stand in a line of the box, where columns are narrow. */
const LINE = 26;
const LEAST_ROWS = 3;
const MOST_ROWS = 16;

VmlAnchor.prototype.render = function render(stream: Stream, { refAddress, note }: Model): void {
  const { col, row } = refAddress;
  const text = note.texts.map((part) => part.text).join('');
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 0);
  const rows = Math.min(MOST_ROWS, Math.max(LEAST_ROWS, lines));
  const top = Math.max(0, row - 2);
  stream.leafNode('x:Anchor', null, [col, 12, top, 6, col + WIDTH_IN_COLUMNS, 12, top + rows, 16].join(', '));
};

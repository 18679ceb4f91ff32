// exceljs 4.4 numbers the note boxes of every sheet from 1025 and says each time that it has used block 1 of the ids. Excel
// numbers them over the whole workbook, each sheet in blocks of its own (ECMA-376 part 4, 19.2.2.14), and offers to repair a
// file in which two sheets share one. Here each sheet has the block of its own number.

import VmlNotes from 'exceljs/lib/xlsx/xform/comment/vml-notes-xform';

interface Stream {
  openXml(attributes: unknown): void;
  openNode(name: string, attributes?: unknown): void;
  leafNode(name: string, attributes: unknown): void;
  closeNode(): void;
}
interface NotesWriter {
  map: { 'v:shape': { render(stream: Stream, note: unknown, index: number): void } };
}
interface Sheet {
  /** From 1, another one for each sheet of a workbook. */
  readonly id: number;
  readonly name: string;
  readonly comments: readonly unknown[];
}

/** Ids in a block; the first is the drawing's own. */
const BLOCK = 1024;
const DECLARATION = { version: '1.0', encoding: 'UTF-8', standalone: 'yes' };
const TEXT_BOX = { id: '_x0000_t202', coordsize: '21600,21600', 'o:spt': 202, path: 'm,l,21600r21600,l21600,xe' };

VmlNotes.prototype.render = function render(this: NotesWriter, stream: Stream, { id, name, comments }: Sheet): void {
  if (comments.length >= BLOCK) throw new Error(`${name}: ${comments.length} notes are more than one block of ids`);
  stream.openXml(DECLARATION);
  stream.openNode('xml', VmlNotes.DRAWING_ATTRIBUTES);
  stream.openNode('o:shapelayout', { 'v:ext': 'edit' });
  stream.leafNode('o:idmap', { 'v:ext': 'edit', data: id });
  stream.closeNode();
  stream.openNode('v:shapetype', TEXT_BOX);
  stream.leafNode('v:stroke', { joinstyle: 'miter' });
  stream.leafNode('v:path', { gradientshapeok: 't', 'o:connecttype': 'rect' });
  stream.closeNode();
  // The shape's writer adds 1025, the first id of block 1.
  comments.forEach((note, i) => {
    this.map['v:shape'].render(stream, note, (id - 1) * BLOCK + i);
  });
  stream.closeNode();
};

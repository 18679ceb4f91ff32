// The rows of one streamed sheet: XML into a spool, row after row under the exemplar's styles. Counts the rows, because every
// range of the sheet ends at the last of them.

import { constants, crc32, deflateRawSync } from 'node:zlib';
import { columnName, MAX_COLUMN, MAX_ROW } from '../../templates/cell/cell';
import { cellXml, type StreamedCell } from './cell-xml';
import { combineCrc32 } from './crc32-combine';
import type { DeflateSpool } from './deflate-spool';
import { extendSheetHead, extendSheetTail, type RowSpan } from './extend-ranges';
import type { OpenSheet, RowLook } from './graft-skeleton';
import type { SharedStringsWriter } from './shared-strings-writer';
import type { PackedPart } from './zip-writer';

/** What sets one row apart from the others of its sheet. */
export interface RowSetting {
  /** One of the sheet's `exemplars`; its first exemplar row when left out. */
  readonly look?: string;
  /** In points. */
  readonly height?: number;
}

export class SheetStream {
  private next: number;
  private readonly columns: string[] = [];

  constructor(
    readonly sheet: OpenSheet,
    private readonly strings: SharedStringsWriter,
    private readonly spool: DeflateSpool,
    private readonly level: number,
  ) {
    this.next = sheet.exemplarRow;
  }

  /** Throws where a cell cannot be stored, a look is unknown or the sheet is full, naming sheet and row. */
  row(cells: readonly StreamedCell[], setting?: RowSetting): Promise<void> {
    const row = this.next++;
    if (row > MAX_ROW) throw new Error(`Sheet "${this.sheet.name}": more than ${MAX_ROW} rows`);
    if (cells.length > MAX_COLUMN)
      throw new Error(`Sheet "${this.sheet.name}", row ${row}: more than ${MAX_COLUMN} columns`);
    const { attributes, styles } = setting ? this.lookOf(setting, row) : this.sheet.look;
    let xml = `<row r="${row}"${attributes}>`;
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column] ?? null;
      const style = styles[column] ?? '';
      if (cell === null && style === '') continue;
      xml += this.cell(` r="${this.columnAt(column)}${row}"${style}`, cell, row);
    }
    return this.spool.write(`${xml}</row>`);
  }

  /** Ends the rows. A sheet without rows keeps one empty row, because a table needs one. */
  async end(): Promise<RowSpan> {
    if (this.next === this.sheet.exemplarRow) await this.row(this.sheet.look.styles.map(() => null));
    const { exemplarRow, lastExemplar } = this.sheet;
    const span = { from: exemplarRow, until: lastExemplar, to: this.next - 1 };
    await this.spool.write(extendSheetTail(this.sheet.tail, span));
    await this.spool.end();
    return span;
  }

  /**
   * The whole part. What stands before the rows is packed now, as deflate blocks of its own that are not the last, and put
   * in front of the spooled ones (RFC 1951, 2.3).
   */
  part(span: RowSpan): PackedPart {
    const head = Buffer.from(extendSheetHead(this.sheet.head, span));
    const packedHead = deflateRawSync(head, { level: this.level, finishFlush: constants.Z_SYNC_FLUSH });
    const { spool } = this;
    return {
      name: this.sheet.part,
      method: 8,
      crc: combineCrc32(crc32(head), spool.crc, spool.size),
      size: head.length + spool.size,
      packedSize: packedHead.length + spool.packedSize,
      packed: (async function* () {
        yield packedHead;
        yield* spool.packed();
      })(),
    };
  }

  /** Stops without finishing. Harmless after `end`. */
  abandon(): Promise<void> {
    return this.spool.abandon();
  }

  private lookOf({ look: name, height }: RowSetting, row: number): RowLook {
    const look = name === undefined ? this.sheet.look : this.sheet.looks.get(name);
    if (!look) throw new Error(`Sheet "${this.sheet.name}", row ${row}: no exemplar "${name}"`);
    if (height === undefined) return look;
    const others = look.attributes.replace(/ (?:ht|customHeight)="[^"]*"/g, '');
    return { ...look, attributes: `${others} ht="${height}" customHeight="1"` };
  }

  private cell(attributes: string, cell: StreamedCell, row: number): string {
    try {
      return cellXml(attributes, cell, this.strings);
    } catch (error) {
      throw new Error(`Sheet "${this.sheet.name}", row ${row}: ${(error as Error).message}`, { cause: error });
    }
  }

  private columnAt(index: number): string {
    this.columns[index] ??= columnName(index + 1);
    return this.columns[index];
  }
}

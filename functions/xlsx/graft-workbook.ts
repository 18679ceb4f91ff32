// The master workbook: a skeleton gives looks and structure (styles, widths, tables, validations, print set-up), rows are
// streamed into it, and everything that meant "the exemplar row" then means "all rows". One pass over the units may fill
// all sheets at once; memory does not grow with the rows. Computes nothing and checks no figure.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { crc32, deflateRawSync } from 'node:zlib';
import { partKey } from '../../templates/sheet-xml/part-names';
import type { StreamedCell } from './cell-xml';
import { DeflateSpool } from './deflate-spool';
import { extendDefinedNames, extendTable, type RowSpan } from './extend-ranges';
import { Skeleton, type StreamedSheet } from './graft-skeleton';
import { declareSharedStrings, SHARED_STRINGS_PART, WORKBOOK_PART } from './shared-strings-part';
import { SharedStringsWriter } from './shared-strings-writer';
import { type RowSetting, SheetStream } from './sheet-stream';
import { collectBytes, writeTo } from './sinks';
import { type PackedPart, ZipWriter } from './zip-writer';

export type { StreamedCell } from './cell-xml';
export type { StreamedSheet } from './graft-skeleton';
export type { RowSetting } from './sheet-stream';

export interface GraftOptions {
  /** Deflate level, 1 (fast) to 9 (small). */
  readonly level?: number;
}

/**
 * Opens a skeleton for streaming. The exemplar rows must be the last of their sheet. Throws where the skeleton does not have
 * the sheets named. Temporary files live until `finish` or `discard`.
 */
export async function openGraft(
  skeleton: Uint8Array,
  sheets: readonly StreamedSheet[],
  options: GraftOptions = {},
): Promise<Graft> {
  const opened = await Skeleton.open(skeleton);
  if (opened.has('xl/calcChain.xml')) throw new Error('A skeleton must not have a calculation chain');
  const cut = sheets.map((sheet) => opened.openSheet(sheet));
  const strings = new SharedStringsWriter(
    opened.has(SHARED_STRINGS_PART) ? opened.text(SHARED_STRINGS_PART) : undefined,
  );
  const folder = await mkdtemp(join(tmpdir(), 'graft-'));
  const level = options.level ?? 6;
  const streams = new Map(
    cut.map((sheet, i) => [
      sheet.name,
      new SheetStream(sheet, strings, new DeflateSpool(join(folder, `sheet${i}`), level), level),
    ]),
  );
  return new Graft(opened, streams, strings, folder, level);
}

export class Graft {
  private open = true;

  /** @internal Use `openGraft`. */
  constructor(
    private readonly skeleton: Skeleton,
    private readonly streams: ReadonlyMap<string, SheetStream>,
    private readonly strings: SharedStringsWriter,
    private readonly folder: string,
    private readonly level: number,
  ) {}

  /**
   * Adds one row to a sheet; await it, it waits for the disk. A row may be shorter than the columns. Throws where a number is
   * NaN or infinite, naming sheet and row; the graft is then discarded.
   */
  async row(sheetName: string, cells: readonly StreamedCell[], setting?: RowSetting): Promise<void> {
    const stream = this.streams.get(sheetName);
    if (!this.open || !stream)
      throw new Error(this.open ? `Sheet "${sheetName}" is not streamed` : 'The workbook is finished');
    try {
      await stream.row(cells, setting);
    } catch (error) {
      await this.discard();
      throw error;
    }
  }

  /** The workbook as bytes. The graft is over afterwards, also on failure. */
  finish(): Promise<Buffer> {
    return this.last(() => collectBytes((sink) => this.write(new ZipWriter(sink))));
  }

  /** The workbook written to a file path or a stream, which is ended. The graft is over afterwards, also on failure. */
  finishTo(target: string | Writable): Promise<void> {
    return this.last(() => writeTo(target, (sink) => this.write(new ZipWriter(sink))));
  }

  /** Gives up and removes the temporary files. Safe to call again. */
  async discard(): Promise<void> {
    this.open = false;
    for (const stream of this.streams.values()) await stream.abandon();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async last<T>(write: () => Promise<T>): Promise<T> {
    if (!this.open) throw new Error('The workbook is finished');
    this.open = false;
    try {
      return await write();
    } finally {
      await this.discard();
    }
  }

  /** Parts in the order of the skeleton. */
  private async write(zip: ZipWriter): Promise<void> {
    const changed = await this.changedParts();
    for (const [key, { name, method, crc, size, packed }] of this.skeleton.entries) {
      const part = changed.get(key);
      changed.delete(key);
      await zip.add(part ?? { name, method, crc, size, packedSize: packed.length, packed: [packed] });
    }
    for (const part of changed.values()) await zip.add(part);
    await zip.end();
  }

  private async changedParts(): Promise<Map<string, PackedPart>> {
    const changed = new Map<string, PackedPart>();
    const put = (part: PackedPart) => changed.set(partKey(part.name), part);
    const spans = new Map<string, RowSpan>();
    for (const [name, stream] of this.streams) {
      const span = await stream.end();
      spans.set(name, span);
      put(stream.part(span));
      for (const table of stream.sheet.tables) put(this.textPart(table, extendTable(this.skeleton.text(table), span)));
    }
    for (const [name, xml] of declareSharedStrings(this.skeleton)) put(this.textPart(name, xml));
    put(this.textPart(WORKBOOK_PART, extendDefinedNames(this.skeleton.text(WORKBOOK_PART), spans)));
    put(await this.stringsPart());
    return changed;
  }

  private async stringsPart(): Promise<PackedPart> {
    const spool = new DeflateSpool(join(this.folder, 'strings'), this.level);
    for (const piece of this.strings.xml()) await spool.write(piece);
    await spool.end();
    return {
      name: SHARED_STRINGS_PART,
      method: 8,
      crc: spool.crc,
      size: spool.size,
      packedSize: spool.packedSize,
      packed: spool.packed(),
    };
  }

  private textPart(name: string, xml: string): PackedPart {
    const bytes = Buffer.from(xml);
    const packed = deflateRawSync(bytes, { level: this.level });
    return { name, method: 8, crc: crc32(bytes), size: bytes.length, packedSize: packed.length, packed: [packed] };
  }
}

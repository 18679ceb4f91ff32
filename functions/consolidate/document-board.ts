// The documents of the period with what the units said about each: first those of the catalogue, in its order, then those
// that units added, each once however they wrote its number. Keys only rows; the sheets show them.

import type { PeriodAnnex } from '../../templates/form-definition/form-for-period';
import type { AnnexRow } from '../../templates/submission/submission';
import { type DocumentColumns, DocumentTally } from './document-tally';
import { foldedName } from './first-occurrences';

export interface BoardedDocument {
  /** The catalogue's id, or `BSC-01` for the first document that units added. */
  readonly id: string;
  readonly label: string;
  /** False: added by units. */
  readonly listed: boolean;
  readonly tally: DocumentTally;
}

export class DocumentBoard {
  private readonly byKey = new Map<string, BoardedDocument>();
  private added = 0;

  constructor(
    { lines }: Pick<PeriodAnnex, 'lines'>,
    /** Keys of the columns that hold the id and the number as written. */
    private readonly keys: { readonly key: string; readonly label: string },
    readonly columns: DocumentColumns,
  ) {
    for (const { key, label, extra } of lines)
      if (key !== undefined && !extra)
        this.byKey.set(key, { id: key, label: label ?? key, listed: true, tally: new DocumentTally(columns) });
  }

  get documents(): readonly BoardedDocument[] {
    return [...this.byKey.values()];
  }

  /** Takes a row in; the id under which it counts. */
  add(row: AnnexRow, unitName: string): string {
    const document = this.documentOf(row);
    document.tally.add(row, unitName);
    return document.id;
  }

  private documentOf(row: AnnexRow): BoardedDocument {
    const { key, label } = this.keys;
    const listed = this.byKey.get(String(row[key] ?? ''));
    if (listed?.listed) return listed;
    const text = String(row[label] ?? '');
    // No id of the catalogue contains a space.
    const folded = ` ${foldedName(text)}`;
    const known = this.byKey.get(folded);
    if (known) return known;
    const document: BoardedDocument = {
      id: `BSC-${String(++this.added).padStart(2, '0')}`,
      label: text.trim() === '' ? '(không ghi số, ký hiệu)' : text,
      listed: false,
      tally: new DocumentTally(this.columns),
    };
    this.byKey.set(folded, document);
    return document;
  }
}

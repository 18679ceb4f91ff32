// `DuLieu`: one row per answered indicator of each unit, for pivots and other programs; continued on `DuLieu (2)` where
// Excel's rows end. Knows beforehand how many sheets may be needed, because the skeleton is made before the rows.

import { MAX_ROW } from '../../templates/cell/cell';
import { gridSheet, type MasterSheet } from './master-sheet';

export const DATA = 'DuLieu';
/** Below the head. */
export const MAX_DATA_ROWS = MAX_ROW - 1;

export class DataSheets {
  readonly sheets: readonly MasterSheet[];
  private rows = 0;

  /** `atMost`: rows that may come. */
  constructor(
    atMost: number,
    private readonly rowsPerSheet: number,
  ) {
    this.sheets = Array.from({ length: Math.max(1, Math.ceil(atMost / rowsPerSheet)) }, (_, i) =>
      gridSheet(
        nameOf(i),
        i === 0 ? DATA : `${DATA}_${i + 1}`,
        [
          { head: 'Đơn vị', width: 13, style: 'gridText' },
          { head: 'Kỳ', width: 12, style: 'gridText' },
          { head: 'Mã', width: 10, style: 'gridText' },
          { head: 'Giá trị', width: 22, style: 'gridValue' },
        ],
        { tab: 'FF595959' },
      ),
    );
  }

  /** The sheet that the next row goes to. */
  next(): string {
    return nameOf(Math.floor(this.rows++ / this.rowsPerSheet));
  }
}

const nameOf = (index: number): string => (index === 0 ? DATA : `${DATA} (${index + 1})`);

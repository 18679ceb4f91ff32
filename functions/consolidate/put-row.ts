// How the parts of the consolidation write: one row to the end of one sheet, awaited, because the disk may be slower.

import type { RowSetting, StreamedCell } from '../xlsx/graft-workbook';

export type PutRow = (sheet: string, cells: readonly StreamedCell[], setting?: RowSetting) => Promise<void>;

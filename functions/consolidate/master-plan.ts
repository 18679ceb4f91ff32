// All sheets of the master with what fills each, in the order in which they stand in the workbook. Decides once, from the
// form alone, where every figure will be; the rows come later.

import type { PeriodAnnex, PeriodForm } from '../../templates/form-definition/form-for-period';
import { type AnnexStack, annexStack, type OwnColumn } from './annex-sheet';
import { BY_UNIT, byUnitSheet, gridRange } from './by-unit-sheet';
import { DataSheets, MAX_DATA_ROWS } from './data-sheets';
import { type DocumentMeasure, documentMeasure, type OccurrenceColumn, occurrenceColumns } from './distinct-totals';
import { DocumentBoard } from './document-board';
import { documentColumns } from './document-tally';
import { type DocumentsLayout, documentsLayout, documentsSheet } from './documents-sheet';
import { FOLLOW_UP, followUpRange, followUpSheet } from './follow-up-sheet';
import type { MasterInput } from './master-input';
import type { MasterSheet } from './master-sheet';
import { type NarrativesSheet, narrativesSheet } from './narratives-sheet';
import { logSheet, sourcesSheet } from './source-sheets';
import { totalsSheet } from './totals-sheet';
import { warningsSheet } from './warnings-sheet';

export const DOCUMENT_ID = 'Văn bản gộp';

/** The annex that follows documents, and its board. */
export interface FollowedDocuments {
  readonly board: DocumentBoard;
  readonly layout: DocumentsLayout;
  readonly stack: AnnexStack;
  /** By indicator code: the distinct totals that its rows answer. */
  readonly measures: ReadonlyMap<string, DocumentMeasure>;
}

export interface MasterPlan {
  readonly sheets: readonly MasterSheet[];
  readonly stacks: readonly AnnexStack[];
  readonly occurrences: readonly OccurrenceColumn[];
  readonly documents: FollowedDocuments | undefined;
  readonly narratives: NarrativesSheet;
  readonly data: DataSheets;
}

export function masterPlan(input: MasterInput, counted: number): MasterPlan {
  const { form, builtAt, standings } = input;
  const occurrences: OccurrenceColumn[] = [];
  const stacks: AnnexStack[] = [];
  let documents: FollowedDocuments | undefined;
  for (const annex of form.annexes) {
    const followed = documents ? undefined : followedDocuments(form, annex);
    const counting = occurrenceColumns(form, annex.code, new Set(followed?.measures.keys()));
    const own = [...counting.map((c) => c.own), ...(followed ? [documentId(followed.board)] : [])];
    const stack = annexStack(annex, own);
    stacks.push(stack);
    occurrences.push(...(annex.asked ? counting : []));
    if (followed) documents = { ...followed, stack };
  }
  const narratives = narrativesSheet(form);
  const data = new DataSheets(counted * form.indicators.length, input.dataRowsPerSheet ?? MAX_DATA_ROWS);
  const sheets = [
    followUpSheet(form, builtAt, standings),
    totalsSheet(form, builtAt, {
      formula: `"đã tổng hợp "&COUNTA(${gridRange(BY_UNIT, 1, counted)})&" trên "&COUNTA(${FOLLOW_UP}!${followUpRange('B', standings.length)})&" đơn vị phải báo cáo"`,
      result: `đã tổng hợp ${counted} trên ${standings.length} đơn vị phải báo cáo`,
    }),
    byUnitSheet(form),
    ...(documents ? [documentsSheet(documents.layout.columns)] : []),
    ...stacks.map(({ sheet }) => sheet),
    narratives.sheet,
    warningsSheet(),
    sourcesSheet(),
    logSheet(),
    ...data.sheets,
  ];
  return { sheets, stacks, occurrences, documents, narratives, data };
}

function followedDocuments(form: PeriodForm, annex: PeriodAnnex): Omit<FollowedDocuments, 'stack'> | undefined {
  const columns = documentColumns(annex);
  if (annex.rows.kind !== 'catalogue' || !columns) return undefined;
  const layout = documentsLayout(columns);
  const measures = form.indicators.flatMap(({ code, units, distinct }) => {
    const measure =
      units === 'distinct' && distinct?.annex === annex.code ? documentMeasure(distinct, columns, layout) : undefined;
    return measure ? [[code, measure] as const] : [];
  });
  return { board: new DocumentBoard(annex, annex.rows, columns), layout, measures: new Map(measures) };
}

function documentId(board: DocumentBoard): OwnColumn {
  return {
    head: DOCUMENT_ID,
    note: 'Mã mà dòng này được tính vào ở PL1_TongHop; BSC-… là văn bản các đơn vị bổ sung, gộp theo số, ký hiệu.',
    style: 'gridText',
    cell: (row, unit) => board.add(row, unit.name),
  };
}

// The defined names that tie a form to its cells. Part of the public contract: other people's formulas use them.
// `A01` alone would be read as a cell address, hence the prefixes.

const underscored = (code: string): string => code.replace('.', '_');

/** `A.01` → `CT_A_01` */
export const indicatorName = (code: string): string => `CT_${underscored(code)}`;
/** `T.1` → `TM_T_1` */
export const narrativeName = (code: string): string => `TM_${underscored(code)}`;
/** `don_vi` → `BC_don_vi` */
export const headerName = (field: string): string => `BC_${field}`;
/** `PL1`, `so_hn` → `PL1_so_hn` */
export const columnRangeName = (annex: string, column: string): string => `${annex}_${column}`;
/** `A.01` → `GT_A_01`, `PL1` → `GT_PL1`: the explanation of warnings. */
export const explanationName = (code: string): string => `GT_${underscored(code)}`;
/** The cell where the add-in writes which receipt the report got. */
export const RECEIPT_NAME = 'BN_bien_nhan';
/** `A` → `KPS_A`: "Không phát sinh" for the whole section. */
export const nothingName = (section: string): string => `KPS_${section}`;

// The two columns of an annex that the form fills in itself: the key of a prepared row, and what it says of a document.

import type { Annex } from './form-schema';

/** None in a free annex. */
export const keyColumn = ({ rows }: Pick<Annex, 'rows'>): string | undefined =>
  rows.kind === 'free' ? undefined : rows.key;

/** Number, day and subject of a document; typed in the rows for extra documents. */
export const labelColumn = ({ rows }: Pick<Annex, 'rows'>): string | undefined =>
  rows.kind === 'catalogue' ? rows.label : undefined;

// Where the shared strings of a package are, and the two lines a package needs that has none yet.

import type { Skeleton } from './graft-skeleton';

export const WORKBOOK_PART = 'xl/workbook.xml';
export const WORKBOOK_RELS = 'xl/_rels/workbook.xml.rels';
export const SHARED_STRINGS_PART = 'xl/sharedStrings.xml';
const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml';

/** Changed parts by name: none where the skeleton has shared strings already. */
export function declareSharedStrings(skeleton: Skeleton): Map<string, string> {
  if (skeleton.has(SHARED_STRINGS_PART)) return new Map();
  const relationship = `<Relationship Id="rIdSharedStrings" Type="${RELATIONSHIP}" Target="sharedStrings.xml"/>`;
  const override = `<Override PartName="/${SHARED_STRINGS_PART}" ContentType="${CONTENT_TYPE}"/>`;
  return new Map([
    [WORKBOOK_RELS, skeleton.text(WORKBOOK_RELS).replace('</Relationships>', `${relationship}</Relationships>`)],
    ['[Content_Types].xml', skeleton.text('[Content_Types].xml').replace('</Types>', `${override}</Types>`)],
  ]);
}

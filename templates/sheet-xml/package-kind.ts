// What a package with content types is, by the declared type of its main part (ECMA-376 part 1, 12.3; [MS-OFFMACRO2] 2.1
// for the macro kinds). Tells a workbook from the rest of the family; does not open the part.

import type { FileRefusalCode } from '../violation/file-refusals';

const KINDS: readonly (readonly [RegExp, FileRefusalCode])[] = [
  [/ms-excel\.sheet\.binary\./, 'XLSB_FILE'],
  [/ms-excel\.sheet\.macroenabled\./, 'XLSM_FILE'],
  [/ms-excel\.template\.macroenabled\./, 'XLTM_FILE'],
  [/ms-excel\.addin\./, 'XLAM_FILE'],
  [/wordprocessingml|ms-word/, 'DOCX_FILE'],
  [/presentationml|ms-powerpoint/, 'PPTX_FILE'],
];

/** The refusal a main part of this type calls for; undefined for a workbook and for a type nobody declares. */
export function refusedPackageKind(contentType: string): FileRefusalCode | undefined {
  return KINDS.find(([pattern]) => pattern.test(contentType))?.[1];
}

/** A template (.xltx) is a workbook in all but name. */
export function isTemplate(contentType: string): boolean {
  return contentType.includes('spreadsheetml.template.main');
}

const MACRO_TYPE = /vbaproject|macrosheet/;

/** VBA projects and XLM macro sheets, by content type. */
export function isMacroType(contentType: string): boolean {
  return MACRO_TYPE.test(contentType);
}

const MACRO_KINDS = new Set(['vbaProject', 'wordVbaData', 'xlMacrosheet', 'xlIntlMacrosheet']);

/** VBA projects and XLM macro sheets, by relationship. */
export function isMacroRelationship(kind: string): boolean {
  return MACRO_KINDS.has(kind);
}

// A range that ends at the exemplar row means "all rows"; when the rows are in, it has to end at the last of them. Pure text
// work on the XML that exceljs or Excel wrote for the skeleton; ranges that end elsewhere stay as they are.

/** From the first exemplar row to the last row written. */
export interface RowSpan {
  readonly from: number;
  readonly to: number;
  /** The last exemplar row, where there are several: a range that ends at any of them means all rows. */
  readonly until?: number;
}

const REFERENCE = /^(\$?[A-Z]{1,3}\$?)(\d+)(?::(\$?[A-Z]{1,3}\$?)(\d+))?$/;

/** `A4:H5` → `A4:H90`, `D5` → `D5:D90`; anything that does not end at an exemplar row is returned as it is. */
export function extendReference(reference: string, { from, to, until = from }: RowSpan): string {
  const match = REFERENCE.exec(reference);
  const lastRow = Number(match?.[4] ?? match?.[2]);
  if (!match || lastRow === to || lastRow < from || lastRow > until) return reference;
  const [, firstColumn, firstRow, lastColumn = firstColumn] = match;
  return `${firstColumn}${Math.min(from, Number(firstRow))}:${lastColumn}${to}`;
}

/** ST_Sqref (ECMA-376 part 1, 18.18.76): references separated by spaces. */
function extendList(list: string, span: RowSpan): string {
  return list
    .split(' ')
    .map((reference) => extendReference(reference, span))
    .join(' ');
}

/** What stands before `<sheetData>`: the dimension. */
export function extendSheetHead(xml: string, span: RowSpan): string {
  return xml.replace(/(<dimension ref=")([^"]*)/, (_, tag: string, ref: string) => tag + extendReference(ref, span));
}

/** What stands after `</sheetData>`: filter, conditional formats, validations, and their like in extensions. */
export function extendSheetTail(xml: string, span: RowSpan): string {
  return xml
    .replace(/(<autoFilter ref=")([^"]*)/g, (_, tag: string, ref: string) => tag + extendReference(ref, span))
    .replace(/( sqref=")([^"]*)/g, (_, tag: string, list: string) => tag + extendList(list, span))
    .replace(/(<xm:sqref>)([^<]*)/g, (_, tag: string, list: string) => tag + extendList(list, span));
}

/** A table part: the table and its filter (ECMA-376 part 1, 18.5.1.2). */
export function extendTable(xml: string, span: RowSpan): string {
  return xml.replace(
    /(<(?:table|autoFilter)\b[^>]*? ref=")([^"]*)/g,
    (_, tag: string, ref: string) => tag + extendReference(ref, span),
  );
}

const PLACE = `(?:'(?:[^']|'')*'|[^\\s'!,()]+)!\\$?[A-Z]{1,3}\\$?\\d+(?::\\$?[A-Z]{1,3}\\$?\\d+)?`;
const PLACES = new RegExp(`^${PLACE}(?:,${PLACE})*$`);
const EACH_PLACE = /((?:'(?:[^']|'')*'|[^\s'!,()]+))!([^,]+)/g;

/** Defined names of the workbook part that are plain lists of places in streamed sheets; formulas are left alone. */
export function extendDefinedNames(xml: string, spans: ReadonlyMap<string, RowSpan>): string {
  return xml.replace(/(<definedName\b[^>]*>)([^<]*)/g, (whole, tag: string, text: string) => {
    const formula = unescapeXml(text);
    if (!PLACES.test(formula)) return whole;
    const extended = formula.replace(EACH_PLACE, (place, sheet: string, reference: string) => {
      const span = spans.get(unquote(sheet));
      return span ? `${sheet}!${extendReference(reference, span)}` : place;
    });
    return tag + escapeXml(extended);
  });
}

function unquote(sheet: string): string {
  return sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
}

export function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

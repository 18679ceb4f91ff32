// The styles part, read for three questions only: which cell formats show dates, which percentages, and which use an old
// Vietnamese font (ECMA-376 part 1, 18.8). Everything else about looks is ignored.

import { isBuiltInDateFormat, isDateFormatCode } from './date-formats';
import { refuse } from './file-refused';
import { isLegacyFont } from './legacy-fonts';
import { isBuiltInPercentFormat, isPercentFormatCode } from './percent-formats';
import type { SheetXmlLimits } from './reader-limits';
import { type Attributes, type PushParser, parsePart } from './xml-part';

export interface CellStyle {
  readonly date: boolean;
  readonly percent: boolean;
  readonly legacyFont: string | undefined;
}

export const PLAIN_STYLE: CellStyle = { date: false, percent: false, legacyFont: undefined };

export interface StylesParser extends PushParser {
  /** By the `s` attribute of a cell. Complete after `close`. */
  readonly styles: readonly CellStyle[];
}

export function stylesParser(part: string, limits: SheetXmlLimits): StylesParser {
  const custom = new Map<number, Pick<CellStyle, 'date' | 'percent'>>();
  const fonts: (string | undefined)[] = [];
  const formats: { numFmtId: number; fontId: number }[] = [];
  const styles: CellStyle[] = [];
  let section = '';

  const inSection: Record<string, (name: string, attributes: Attributes) => void> = {
    numFmts(name, attributes) {
      if (name !== 'numFmt') return;
      const code = attributes.formatCode ?? '';
      custom.set(Number(attributes.numFmtId), { date: isDateFormatCode(code), percent: isPercentFormatCode(code) });
    },
    fonts(name, attributes) {
      if (name === 'font') fonts.push(undefined);
      else if (name === 'name' && isLegacyFont(attributes.val ?? '')) fonts[fonts.length - 1] = attributes.val;
    },
    cellXfs(name, attributes) {
      if (name !== 'xf') return;
      if (formats.length >= limits.styles) refuse('TOO_MANY_STYLES', { part });
      formats.push({ numFmtId: Number(attributes.numFmtId ?? 0), fontId: Number(attributes.fontId ?? 0) });
    },
  };

  const parser = parsePart(part, 'styleSheet', {
    open(name, attributes) {
      if (name === 'numFmts' || name === 'fonts' || name === 'cellXfs') section = name;
      else inSection[section]?.(name, attributes);
    },
    close(name) {
      if (name === section) section = '';
    },
  });
  return {
    write: parser.write,
    close() {
      parser.close();
      for (const { numFmtId, fontId } of formats) {
        const { date, percent } = custom.get(numFmtId) ?? {
          date: isBuiltInDateFormat(numFmtId),
          percent: isBuiltInPercentFormat(numFmtId),
        };
        styles.push({ date, percent, legacyFont: fonts[fontId] });
      }
    },
    styles,
  };
}

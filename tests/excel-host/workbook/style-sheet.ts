// What the fake Excel must know of a cell's style: its number format, its font's name, whether protection locks it
// (ECMA-376 part 1, 18.8). Colours and borders do not matter to anyone here.

import { attribute, isTrue } from './sheet-xml';

export interface HostStyle {
  readonly numberFormat: string;
  readonly font: string;
  readonly locked: boolean;
}

/** Part 1, 18.8.30, the ones that a Vietnamese report may meet. */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'm/d/yyyy',
  49: '@',
};

export function parseStyles(xml: string): HostStyle[] {
  const formats = new Map(
    Array.from(xml.matchAll(/<numFmt\b[^>]*>/g), ([tag]) => [
      Number(attribute(tag, 'numFmtId')),
      attribute(tag, 'formatCode') ?? 'General',
    ]),
  );
  const fonts = elements(section(xml, 'fonts'), 'font').map(
    (font) => attribute(/<name\b[^>]*>/.exec(font)?.[0] ?? '', 'val') ?? '',
  );
  return elements(section(xml, 'cellXfs'), 'xf').map((xf) => {
    const tag = /^<xf\b[^>]*>/.exec(xf)![0];
    const format = Number(attribute(tag, 'numFmtId') ?? 0);
    const locked = attribute(/<protection\b[^>]*>/.exec(xf)?.[0] ?? '', 'locked');
    return {
      numberFormat: formats.get(format) ?? BUILT_IN[format] ?? 'General',
      font: fonts[Number(attribute(tag, 'fontId') ?? 0)] ?? '',
      locked: locked === undefined || isTrue(locked),
    };
  });
}

function section(xml: string, name: string): string {
  return new RegExp(`<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`).exec(xml)?.[1] ?? '';
}

function elements(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<${name}\\b[^>]*?(?:/>|>[\\s\\S]*?</${name}>)`, 'g')) ?? [];
}

// Plain XML is read by a reader of our own, the rest by saxes. A comment at the top of a part hands all of it to saxes, so that
// the same part is read both ways: what is told, and what is refused, must be the same wherever the pieces of the stream end.

import fc from 'fast-check';
import { partsOf, unpack } from '../../../bench/zip-parts';
import { FileRefused } from '../../../templates/sheet-xml/file-refused';
import { parsePart } from '../../../templates/sheet-xml/xml-part';
import { sample } from '../../setup/samples';

/** Everything that is told about a part, texts that follow each other as one; a refusal is its end. */
function told(xml: string, cuts: readonly number[] = [], root = 'a'): string[] {
  const events: string[] = [];
  let text = '';
  const add = (event: string): void => {
    if (text.trim() !== '') events.push(`text ${JSON.stringify(text)}`);
    text = '';
    events.push(event);
  };
  const parser = parsePart('part', root, {
    open: (name, attributes) => add(`open ${name} ${JSON.stringify(attributes)}`),
    close: (name) => add(`close ${name}`),
    text: (piece) => {
      text += piece;
    },
  });
  try {
    let from = 0;
    for (const cut of [...new Set(cuts)].sort((a, b) => a - b).filter((at) => at < xml.length)) {
      parser.write(xml.slice(from, cut));
      from = cut;
    }
    parser.write(xml.slice(from));
    parser.close();
    add('end');
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    text = '';
    events.push(`refused ${error.refusal.code}`);
  }
  return events;
}

/** The same by saxes alone. */
/** In pieces as a door gives them: saxes takes a piece longer than any token for one. */
function toldBySaxes(xml: string, root = 'a'): string[] {
  const declaration = /^<\?xml[^>]*\?>/.exec(xml)?.[0] ?? '';
  const pieces = Array.from({ length: Math.floor(xml.length / 60_000) }, (_, i) => (i + 1) * 60_000);
  return told(`${declaration}<!-- -->${xml.slice(declaration.length)}`, pieces, root);
}

/** Up to the refusal the events may differ: saxes tells a tag when it is through with it, we may be a token ahead. */
function agree(ours: readonly string[], theirs: readonly string[]): void {
  const refused = theirs.find((event) => event.startsWith('refused'));
  if (refused === undefined) expect(ours).toEqual(theirs);
  else expect(ours.at(-1)).toBe(refused);
}

const TOKENS = [
  [
    '<a>',
    '<a x="1">',
    '</a>',
    '<b/>',
    '<b y="2" z=""/>',
    '<b>',
    '</b>',
    '<x:b xmlns:x="urn:x">',
    '</x:b>',
    '<c r="A1" s="3"/>',
  ],
  ['text', ' ', '\n', '&amp;', '&#10;', '&#xA;', '&lt;b&gt;', 'Đảng bộ', '1.5', '"', "'", '=', '/', '>', ']'],
  [
    '&',
    '&nbsp;',
    '&#0;',
    '&#xFFFF;',
    '&#13;',
    '&#x1F600;',
    '😀',
    '\r\n',
    '\r',
    '\u0001',
    '\ufffe',
    '\ud800',
    ']]>',
    '<',
    '<<',
  ],
  [
    '<!-- -->',
    '<![CDATA[<b>]]>',
    '<?php ?>',
    '<!DOCTYPE a>',
    '<?xml version="1.0"?>',
    '<a x="1" x="2">',
    "<b y='1'/>",
    '</a >',
  ],
  [
    '<b y="<"/>',
    '<b y="&amp;"/>',
    '<b y="a\nb"/>',
    '<b y="&#10;"/>',
    '<b y = "1"/>',
    '<b y="1"z="2"/>',
    '<b y/>',
    '< b/>',
    '<b\n/>',
  ],
  [
    '<1/>',
    '<é/>',
    '<b é="1"/>',
    '<b __proto__="1"/>',
    '<b constructor="1"/>',
    '<b y="\t"/>',
    '<b y="x>y"/>',
    '<b y="1" / >',
  ],
] as const;

const document = fc
  .array(fc.oneof(...TOKENS.map((tokens, i) => ({ weight: i < 2 ? 8 : 1, arbitrary: fc.constantFrom(...tokens) }))), {
    maxLength: 14,
  })
  .chain((tokens) =>
    fc.constantFrom(
      tokens.join(''),
      `<a>${tokens.join('')}</a>`,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<a>${tokens.join('')}</a>`,
    ),
  );

test('random parts, right and wrong ones, are told as saxes tells them', () => {
  fc.assert(
    fc.property(document, fc.array(fc.nat(200), { maxLength: 4 }), (xml, cuts) => {
      agree(told(xml, cuts), toldBySaxes(xml));
    }),
    { numRuns: 20_000 },
  );
});

test('every part of a sample is told as saxes tells it, whole and in pieces', async () => {
  const parts = await partsOf(sample('2024-H1', 'DV01'));
  for (const part of parts.filter(({ name }) => /\.(?:xml|rels)$/.test(name))) {
    const xml = unpack(part).toString('utf8');
    const root = /<([A-Za-z:]+)[\s>]/.exec(xml)![1]!.replace(/^.*:/, '');
    const theirs = toldBySaxes(xml, root);
    expect(theirs.at(-1)).toBe('end');
    expect(told(xml, [], root)).toEqual(theirs);
    const cuts = Array.from({ length: 300 }, (_, i) => (i * 7919) % xml.length);
    expect(told(xml, cuts, root)).toEqual(theirs);
  }
});

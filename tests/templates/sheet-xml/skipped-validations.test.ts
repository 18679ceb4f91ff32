// Data validations that are written plainly are taken out behind the cells, and nothing else is, nowhere else.

import { SkippedValidations } from '../../../templates/sheet-xml/skipped-validations';

const DATA = '<worksheet><sheetData><row r="1"/></sheetData>';
const PLAIN =
  '<dataValidation type="list" sqref="D4" prompt="a &amp; b&#10;c &gt; d"><formula1>"Có,Không"</formula1></dataValidation>';
const skip = (...chunks: string[]): string => {
  const skipped = new SkippedValidations();
  return chunks.map((chunk) => skipped.skip(chunk)).join('');
};

test('one, and several side by side', () => {
  expect(
    skip(`${DATA}<dataValidations>${PLAIN}<dataValidation sqref="A1"/>${PLAIN}</dataValidations></worksheet>`),
  ).toBe(`${DATA}<dataValidations></dataValidations></worksheet>`);
});

test('in later pieces too; one cut in two stays', () => {
  expect(skip(DATA, `<dataValidations>${PLAIN}`, PLAIN.slice(0, 30), PLAIN.slice(30))).toBe(
    `${DATA}<dataValidations>${PLAIN}`,
  );
});

test.each([
  ['before the end of the cells', `<worksheet><sheetData>${PLAIN}`],
  ['behind a comment', `${DATA}<!-- ${PLAIN} -->`],
  ['an entity that does not exist', `${DATA}<dataValidation prompt="&evil;"/>`],
  ['a bare ampersand', `${DATA}<dataValidation prompt="a & b"/>`],
  ['a forbidden character', `${DATA}<dataValidation prompt="\u0001"/>`],
  ['other content', `${DATA}<dataValidation><x/></dataValidation>`],
  ['not closed', `${DATA}<dataValidation sqref="A1"><formula1>1</formula1>`],
])('left to the parser: %s', (_, text) => expect(skip(text)).toBe(text));

test('a comment whose opening is cut in two', () => {
  expect(skip(`${DATA}<`, `!-- ${PLAIN} -->`)).toBe(`${DATA}<!-- ${PLAIN} -->`);
});

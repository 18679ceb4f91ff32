// A published form is never edited: the hash of its files stands in templates/forms/published.yaml, and whoever changes them
// is told to make a new version. The script that records a version refuses one that was edited.

import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hashesUnder, publishForm, recordUnder } from '../../../functions/forms/publish-form';
import { compareWithRecord, formHash, readRecord, writeRecord } from '../../../functions/forms/published-record';
import { copyRealForm, inTemporaryFolder } from '../../functions/forms/form-folders';

const FORMS = resolve(__dirname, '../../../templates/forms');
const VERSION = 'khoa-giao 2024.1';

/** A root with the form of 2024, recorded. */
const withRecordedForm = (use: (root: string, folder: string) => void): Promise<void> =>
  inTemporaryFolder((root) => {
    const folder = join(root, 'khoa-giao', '2024.1');
    copyRealForm(folder);
    expect(publishForm(root, 'khoa-giao', '2024.1')).toMatchObject({ ok: true, say: { en: /is recorded: / } });
    use(root, folder);
  });

const problemsUnder = (root: string) => compareWithRecord(recordUnder(root), hashesUnder(root));

describe('published forms', () => {
  test('are what they were when they were recorded', () => {
    const problems = problemsUnder(FORMS);
    if (problems.length > 0) throw new Error(problems.map(({ vi, en }) => `${vi}\n${en}`).join('\n'));
  });

  test('the form of 2024 is one', () => expect([...recordUnder(FORMS).keys()]).toContain(VERSION));

  test('their record is as the script writes it', () => {
    const text = readFileSync(join(FORMS, 'published.yaml'), 'utf8');
    expect(writeRecord(readRecord(text))).toBe(text);
  });
});

describe('a recorded form', () => {
  test.each(['form.yaml', 'rules.yaml', 'catalogue.yaml', 'calendar.yaml', 'units.yaml'])(
    'with one character more in %s is found, and refused by the script',
    (file) =>
      withRecordedForm((root, folder) => {
        appendFileSync(join(folder, file), ' ');
        const problems = problemsUnder(root);
        expect(problems).toEqual([
          {
            vi: expect.stringMatching(
              /khoa-giao 2024\.1 đã công bố.*phiên bản mới templates\/forms\/khoa-giao\/2024\.2/,
            ),
            en: expect.stringMatching(
              /khoa-giao 2024\.1 is published.*new version templates\/forms\/khoa-giao\/2024\.2/,
            ),
          },
        ]);
        const record = readFileSync(join(root, 'published.yaml'), 'utf8');
        expect(publishForm(root, 'khoa-giao', '2024.1')).toEqual({ ok: false, say: problems[0] });
        expect(readFileSync(join(root, 'published.yaml'), 'utf8')).toBe(record);
      }),
  );

  test('is the same with line ends of Windows, with notes and with samples', () =>
    withRecordedForm((root, folder) => {
      const file = join(folder, 'rules.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
      writeFileSync(join(folder, 'notes.md'), 'Ghi chú');
      expect(problemsUnder(root)).toEqual([]);
      expect(publishForm(root, 'khoa-giao', '2024.1')).toMatchObject({ ok: true, say: { en: /recorded already/ } });
    }));

  test.each([
    ['a further .yaml file', (folder: string) => writeFileSync(join(folder, 'more.yaml'), '')],
    ['a renamed file', (folder: string) => renameSync(join(folder, 'rules.yaml'), join(folder, 'rulez.yaml'))],
  ])('with %s is another', (_, change) =>
    withRecordedForm((root, folder) => {
      change(folder);
      expect(problemsUnder(root)).toMatchObject([{ en: /were edited/ }]);
    }),
  );

  test('that is gone is missed', () =>
    withRecordedForm((root, folder) => {
      renameSync(folder, join(root, 'khoa-giao', '2024.7'));
      expect(problemsUnder(root)).toEqual([
        expect.objectContaining({
          en: expect.stringMatching(/^Form khoa-giao 2024\.7 is not recorded.*--version 2024\.7$/),
        }),
        expect.objectContaining({
          en: expect.stringMatching(/^Form khoa-giao 2024\.1 is published but its folder is gone/),
        }),
      ]);
    }));

  test('leaves the lines of others as they are', () =>
    withRecordedForm((root) => {
      copyRealForm(join(root, 'khoa-giao', '2024.10'), (text) => text.replace('"2024.1"', '"2024.10"'));
      copyRealForm(join(root, 'khoa-giao', '2024.2'), (text) => text.replace('"2024.1"', '"2024.2"'));
      for (const version of ['2024.10', '2024.2']) publishForm(root, 'khoa-giao', version);
      expect([...recordUnder(root).keys()]).toEqual([VERSION, 'khoa-giao 2024.2', 'khoa-giao 2024.10']);
      expect(problemsUnder(root)).toEqual([]);
    }));
});

describe('the script', () => {
  test.each([
    ['khoa-giao', '2031.1'],
    ['', ''],
  ])('says that there is no form %j %j', (form, version) => {
    expect(publishForm(FORMS, form, version)).toMatchObject({
      ok: false,
      say: { vi: /^Không có mẫu/, en: /^There is no form/ },
    });
  });

  test('does not record a form that is wrong', () =>
    inTemporaryFolder((root) => {
      copyRealForm(join(root, 'khoa-giao', '2024.1'), (text) => text.replace('calendar: nd-09', 'calendar: nd-90'));
      expect(() => publishForm(root, 'khoa-giao', '2024.1')).toThrow(/There is no calendar/);
      expect(recordUnder(root).size).toBe(0);
    }));
});

describe('the hash', () => {
  test('does not run names and contents together', () => {
    const apart = [
      { a: 'bc' },
      { ab: 'c' },
      { a: 'b', c: '' },
      { a: '', bc: '' },
      { a: 'b\n1\nc' },
      { a: 'b', '': 'c' },
    ];
    expect(new Set(apart.map(formHash)).size).toBe(apart.length);
  });

  test('does not depend on the order in which files are found', () => {
    expect(formHash({ a: '1', b: '2' })).toBe(formHash({ b: '2', a: '1' }));
  });

  test('is SHA-256 over name, length and bytes', () => {
    const expected = createHash('sha256').update('b.yaml\n10\nMục A\nđ', 'utf8').digest('hex');
    expect(formHash({ 'b.yaml': 'Mục A\r\nđ' })).toBe(expected);
  });
});

describe('the record', () => {
  test.each(['khoa-giao 2024.1: abc', 'khoa-giao 2024.1: 12', '- a', 'một câu'])('%j is none', (text) => {
    expect(() => readRecord(text)).toThrow(/published\.yaml: .* has no hash/);
  });

  test('may be empty', () => expect(readRecord('# nothing yet\n').size).toBe(0));
});

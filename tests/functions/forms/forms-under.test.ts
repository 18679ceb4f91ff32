// Forms read from folders on disk: which ones, in what order, and what is said of a wrong one.

import { join } from 'node:path';
import { formsUnder } from '../../../functions/forms/forms-under';
import { publishedForms } from '../../../functions/forms/published-forms';
import { readFormFolder } from '../../../functions/forms/read-form-folder';
import { copyRealForm, inTemporaryFolder } from './form-folders';

const versioned = (version: string) => (text: string) => text.replace('version: "2024.1"', `version: "${version}"`);

describe('forms on disk', () => {
  test('are all folders <form>/<version>, the newest version last', () =>
    inTemporaryFolder((root) => {
      for (const version of ['2024.10', '2025.1', '2024.2', '2024.1'])
        copyRealForm(join(root, 'khoa-giao', version), versioned(version));
      expect(formsUnder(root).map((form) => form.version)).toEqual(['2024.1', '2024.2', '2024.10', '2025.1']);
    }));

  test('of the project are read once', () => {
    expect(publishedForms().map(({ form, version }) => `${form} ${version}`)).toContain('khoa-giao 2024.1');
    expect(publishedForms()).toBe(publishedForms());
  });

  test('a version that was copied and not renamed inside is refused', () =>
    inTemporaryFolder((root) => {
      copyRealForm(join(root, 'khoa-giao', '2025.1'));
      expect(() => formsUnder(root)).toThrow(
        /2025\.1.form\.yaml:1: .*"khoa-giao 2024\.1" nhưng nằm trong thư mục khoa-giao\/2025\.1.*\n {2}.*stands in folder khoa-giao\/2025\.1/,
      );
    }));

  test('a problem names the file with its folder', () =>
    inTemporaryFolder((root) => {
      copyRealForm(root, (text) => text.replace('planYear: 2024', 'planYear: nay'));
      expect(() => readFormFolder(root)).toThrow(/forms-[^\n]*form\.yaml:\d+: planYear/);
    }));

  test('a missing file is named', () =>
    inTemporaryFolder((root) => {
      expect(() => readFormFolder(root)).toThrow(/catalogue\.yaml:1: Thiếu tệp này/);
    }));
});

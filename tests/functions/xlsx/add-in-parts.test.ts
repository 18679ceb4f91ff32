// The add-in's parts in a finished workbook: other programs open it as before, nothing else of it changes, and a file that
// lost them is still known for what it is.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { TASK_PANES_PART, WEB_EXTENSION_PART, withAddIn } from '../../../functions/xlsx/add-in-parts';
import { renderPlan } from '../../../functions/xlsx/render-plan';
import { readIdentity } from '../../../templates/extract/identity';
import { planTemplate } from '../../../templates/layout/plan-template';
import { relationshipsPartOf, resolveTarget } from '../../../templates/sheet-xml/part-names';
import { cellsOf } from '../../setup/filled';
import { openXmlSdk, sdkFindings } from '../../setup/open-xml-sdk';
import { realPeriod } from '../../setup/real-form';
import { sample } from '../../setup/samples';
import { convertBySoffice, describeWith, python, runPython, soffice } from '../../setup/tools';

/** Filter Options' of LibreOffice: comma, quotation mark, UTF-8. */
const UTF8_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1';
const SETTINGS = { form: 'khoa-giao', version: '2024.1', period: '2024-H1', unit: 'DV01' };

let template: Uint8Array;
let tied: Uint8Array;
beforeAll(async () => {
  const form = realPeriod('2024-H1');
  template = await renderPlan(planTemplate({ form, unit: form.definition.units[0]! }));
  tied = await withAddIn(template, SETTINGS);
});

const text = (bytes: Uint8Array, part: string): string => new TextDecoder().decode(unzipSync(bytes)[part]);

describe('the package', () => {
  test('every relationship points to a part, and every part has a content type', () => {
    const parts = unzipSync(tied);
    const types = text(tied, '[Content_Types].xml');
    const defaults = new Set(Array.from(types.matchAll(/<Default Extension="([^"]+)"/g), (m) => m[1]!));
    for (const name of Object.keys(parts)) {
      if (name === '[Content_Types].xml') continue;
      const known = types.includes(`PartName="/${name}"`) || defaults.has(name.split('.').at(-1)!);
      expect([name, known]).toEqual([name, true]);
      const rels = parts[relationshipsPartOf(name)];
      if (!rels) continue;
      for (const [, target] of new TextDecoder().decode(rels).matchAll(/ Target="([^"]+)"/g))
        expect(Object.keys(parts)).toContain(resolveTarget(name, target!));
    }
    const root = text(tied, '_rels/.rels');
    expect(root).toContain(`Target="${TASK_PANES_PART}"`);
    expect(Array.from(root.matchAll(/ Id="([^"]+)"/g), (m) => m[1]).sort()).toEqual(
      [...new Set(Array.from(root.matchAll(/ Id="([^"]+)"/g), (m) => m[1]))].sort(),
    );
    for (const part of [TASK_PANES_PART, WEB_EXTENSION_PART])
      expect(types.split(`PartName="/${part}"`)).toHaveLength(2);
  });

  test('everything else keeps its bytes', () => {
    const [before, after] = [unzipSync(template), unzipSync(tied)];
    const touched = Object.keys(after).filter(
      (name) => !before[name] || !Buffer.from(after[name]!).equals(before[name]),
    );
    expect(touched.sort()).toEqual(
      [
        '[Content_Types].xml',
        '_rels/.rels',
        TASK_PANES_PART,
        'xl/webextensions/_rels/taskpanes.xml.rels',
        WEB_EXTENSION_PART,
      ].sort(),
    );
    expect(Object.keys(before).filter((name) => !after[name])).toEqual([]);
  });

  test('the same workbook gives the same bytes, and a second time changes nothing', async () => {
    expect(Buffer.from(await withAddIn(template, SETTINGS)).equals(tied)).toBe(true);
    expect(Buffer.from(await withAddIn(tied, SETTINGS)).equals(tied)).toBe(true);
  });

  test('settings are JSON texts, and can be replaced', async () => {
    const other = await withAddIn(tied, { note: 'A "B" & <C>\n', count: 3 });
    expect(text(other, WEB_EXTENSION_PART)).toContain(
      '<we:properties><we:property name="note" value="&quot;A \\&quot;B\\&quot; &amp; &lt;C&gt;\\n&quot;"/><we:property name="count" value="3"/></we:properties>',
    );
    expect(text(tied, WEB_EXTENSION_PART)).toContain('name="period" value="&quot;2024-H1&quot;"');
  });

  test('another add-in in the same place is an error, not an overwriting', async () => {
    const parts = unzipSync(tied);
    const root = text(tied, '_rels/.rels').replace(TASK_PANES_PART, 'xl/webextensions/other.xml');
    const other = zipSync({ ...parts, '_rels/.rels': new TextEncoder().encode(root) });
    await expect(withAddIn(other, SETTINGS)).rejects.toThrow('another add-in');
  });
});

describe('who reads it', () => {
  test('our reader finds the same cells, and knows the report with and without the parts', async () => {
    const cells = await cellsOf(tied);
    expect(cells).toEqual(await cellsOf(template));
    expect(readIdentity(cells)).toEqual(readIdentity(await cellsOf(template)));
    expect(readIdentity(cells)).toMatchObject({ period: '2024-H1', unit: 'DV01' });
  });

  test('a report that LibreOffice saved can be tied too', async () => {
    const saved = sample('2024-H1', 'DV01');
    expect(await cellsOf(await withAddIn(saved, SETTINGS))).toEqual(await cellsOf(saved));
  });

  describeWith(openXmlSdk(), 'the Open XML SDK', () => {
    test('finds nothing wrong', async () => expect(await sdkFindings(tied)).toEqual([]));
  });

  describe('other programs', () => {
    let folder: string;
    let file: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'add-in-parts-'));
      file = join(folder, 'tied.xlsx');
      writeFileSync(file, tied);
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    describeWith(soffice(), 'LibreOffice', () => {
      test('opens it', async () =>
        expect(readFileSync(await convertBySoffice(file, UTF8_CSV, folder), 'utf8')).toContain('Vạn Hoa'));
    });

    describeWith(python(), 'openpyxl', () => {
      test('opens it', async () => {
        const program = "import openpyxl,sys; print(openpyxl.load_workbook(sys.argv[1])['_meta'].max_row > 1)";
        expect((await runPython(program, file)).trim()).toBe('True');
      });
    });
  });
});

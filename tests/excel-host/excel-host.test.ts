// The host as the add-in meets it: a page with Microsoft's Office.js in jsdom, a filled report behind it.

import { extract } from '../../templates/extract/extract';
import { reportValues } from '../../templates/validate/report-values';
import { cellsOf } from '../setup/filled';
import { openXmlSdk, sdkFindings } from '../setup/open-xml-sdk';
import { describeWith } from '../setup/tools';
import { until } from '../setup/until';
import { startHost } from './excel-host';
import { openInJsdom } from './page/open-in-jsdom';
import { asked, FORM, fileBytes, inPage, type Running, report, running } from './run-in-page';
import { serveTestPage, type TestPage } from './test-page';

let server: TestPage;
let pages: Running[];
beforeAll(async () => {
  server = await serveTestPage();
});
afterAll(() => server.close());
beforeEach(() => {
  pages = [];
});
afterEach(async () => {
  for (const { close } of pages) await close();
});

async function open(
  ...[options]: Parameters<typeof running> extends [string, ...infer R] ? R : never
): Promise<Running> {
  const page = await running(server.url, options);
  pages.push(page);
  return page;
}

/** For what must not come. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

describe('reading', () => {
  test('names, sheets, used ranges', async () => {
    const { run, host, errors } = await open();
    const seen = await run(async (context) => {
      const { names, worksheets } = context.workbook;
      names.load('items/name,items/formula');
      worksheets.load('items/name,items/visibility,items/id');
      const none = names.getItemOrNullObject('CT_X_99');
      const used = worksheets.getItem('chitieu').getUsedRange(true);
      used.load('address,values,formulas,valueTypes,numberFormat,rowIndex,columnIndex,rowCount,format/font/name');
      const title = worksheets.getItem('ChiTieu').getRange('A1');
      title.load('format/font/name');
      await context.sync();
      const row = used.values.findIndex(([code]) => code === 'A.05');
      return {
        names: Object.fromEntries(names.items.map(({ name, formula }) => [name, formula])),
        hidden: worksheets.items
          .filter(({ visibility }) => visibility !== 'Visible')
          .map((s) => [s.name, s.visibility]),
        none: none.isNullObject,
        address: used.address,
        line: used.values[row]?.slice(0, 4),
        types: used.valueTypes[row]?.slice(2, 4),
        fonts: [used.format.font.name, title.format.font.name],
        size: [used.values.length, used.rowCount, used.rowIndex, used.columnIndex],
      };
    });
    expect(seen.names).toMatchObject({ CT_A_05: '=ChiTieu!$D$16' });
    expect(seen.hidden).toEqual([['_meta', 'VeryHidden']]);
    expect(seen).toMatchObject({ none: true, address: expect.stringMatching(/^ChiTieu!A1:H\d+$/) });
    expect(seen.line?.[0]).toBe('A.05');
    expect(seen.types).toEqual(['String', 'Double']);
    expect(seen.fonts[1]).toBe('Times New Roman');
    expect(seen.size[0]).toBe(seen.size[1]);
    expect([host.refusals, host.foreignRequests, errors]).toEqual([[], [], []]);
  });

  test('what was not loaded, is not there, or is hidden', async () => {
    const { run } = await open();
    await expect(
      run(async ({ workbook }) => workbook.names.getItem('CT_A_05').getRange().values),
    ).rejects.toMatchObject({
      code: 'PropertyNotLoaded',
    });
    await expect(
      run(async (context) => {
        context.workbook.worksheets.getItem('Khong').load('name');
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'ItemNotFound' });
    await expect(
      run(async (context) => {
        context.workbook.worksheets.getItem('_meta').activate();
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'InvalidOperation' });
  });

  test('fonts cell by cell, text as shown', async () => {
    const { run } = await open();
    const seen = await run(async (context) => {
      const range = context.workbook.worksheets.getItem('ChiTieu').getRange('A1:B2');
      const fonts = range.getCellProperties({ format: { font: { name: true } } });
      const percent = context.workbook.names.getItem('CT_A_06').getRange();
      percent.load('text,values,formulas');
      await context.sync();
      return { font: fonts.value[0]?.[0]?.format?.font?.name, percent: percent.text, formulas: percent.formulas };
    });
    expect(seen.font).toBe('Times New Roman');
    expect(seen.percent[0]?.[0]).toMatch(/^\d+,\d%$/);
    expect(seen.formulas[0]?.[0]).toContain('=IF((CT_K_02)=0');
  });
});

describe('writing', () => {
  test('an unlocked cell, and what follows from it', async () => {
    const { run, host } = await open();
    const before = host.value('CT_A_06');
    await run(async (context) => {
      context.workbook.names.getItem('CT_A_05').getRange().values = [[1]];
      await context.sync();
    });
    expect(host.value('CT_A_05')).toBe(1);
    expect(host.value('CT_A_06')).not.toBe(before);
    expect(host.excel.dirty).toBe(true);
  });

  test.each([
    ['a locked cell', 'ChiTieu', 'A16', [['x']], 'AccessDenied'],
    ['cells of which one is locked', 'ChiTieu', 'C16:D16', [[1, 2]], 'AccessDenied'],
    ['a wrong shape', 'ChiTieu', 'D16', [[1, 2]], 'InvalidArgument'],
    ['a formula that nobody computes', 'ChiTieu', 'D16', [['=1+1']], 'NotImplemented'],
  ])('%s is refused whole', async (_, sheet, address, values, code) => {
    const { run, host } = await open();
    const before = host.value('ChiTieu!D16');
    const write = run(async (context) => {
      context.workbook.worksheets.getItem(sheet).getRange(address).values = values;
      await context.sync();
    });
    await expect(write).rejects.toMatchObject({ code });
    expect(host.value('ChiTieu!D16')).toBe(before);
  });

  test('a person cannot write into a locked cell either', async () => {
    const { host } = await open();
    await expect(host.type('ChiTieu', 'A16', 'x')).rejects.toThrow('ChiTieu!A16 is locked');
  });
});

describe('events', () => {
  test('on changes by a person and by the add-in, until the handler is removed', async () => {
    const { run, host, window } = await open();
    const heard: string[] = [];
    const handler = await run(async (context) => {
      const added = context.workbook.worksheets.onChanged.add(async (e) => {
        heard.push(`${e.worksheetId.slice(20, 24)} ${e.address} ${e.changeType} ${e.source} ${e.details?.valueAfter}`);
      });
      await context.sync();
      return added;
    });
    await host.fill('CT_A_05', 7);
    await host.type('PL1', 'A1:A1', 'x').catch(() => undefined);
    await host.type('ChiTieu', 'D15', [[3], [4]]);
    await run(async (context) => {
      context.workbook.names.getItem('CT_A_05').getRange().values = [[9]];
      await context.sync();
    });
    await until(() => heard.length > 2, 'Three events');
    expect(heard).toEqual([
      '0003 D16 RangeEdited Local 7',
      '0003 D15:D16 RangeEdited Local undefined',
      '0003 D16 RangeEdited Local 9',
    ]);
    await (window.Excel as typeof Excel).run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    await host.fill('CT_A_05', 8);
    await settled();
    expect(heard).toHaveLength(3);
  });

  test('on the sheet that is turned to, and of one sheet alone; none while they are off', async () => {
    const { run, host } = await open();
    const heard: string[] = [];
    await run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.getItem('PL1');
      sheet.load('id');
      await context.sync();
      sheet.onChanged.add(async (e) => void heard.push(`changed ${e.address}`));
      worksheets.onActivated.add(async () => void heard.push('activated'));
      await context.sync();
    });
    await host.turnTo('PL1');
    await host.fill('CT_A_05', 7);
    await host.fill('PL1_so_hn', 2, 3);
    await until(() => heard.length > 1, 'Two events');
    await settled();
    expect(heard).toEqual(['activated', expect.stringMatching(/^changed [A-Z]+\d+$/)]);
    await run(async (context) => {
      context.runtime.enableEvents = false;
      await context.sync();
    });
    await host.fill('PL1_so_hn', 3, 3);
    await settled();
    expect(heard).toHaveLength(2);
  });

  test('while a cell is edited, a request fails or waits', async () => {
    const { window, run, host } = await open();
    host.editing = true;
    const excel = window.Excel as typeof Excel;
    await expect(
      excel.run(async (context) => {
        context.workbook.load('name');
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
    const waiting = run(async (context) => {
      context.workbook.load('name');
      await context.sync();
      return context.workbook.name;
    });
    await expect(Promise.race([waiting, settled().then(() => 'still waiting')])).resolves.toBe('still waiting');
    host.editing = false;
    await expect(waiting).resolves.toBe('BaoCao.xlsx');
  });
});

describe('what is kept in the workbook', () => {
  const RECEIPT = '<r:receipt xmlns:r="urn:test:receipt"><r:id>Số 1 &amp; 2</r:id></r:receipt>';

  test('custom XML and settings, through a restart', async () => {
    const { run, host, office } = await open();
    await run(async (context) => {
      context.workbook.customXmlParts.add('<a xmlns="urn:other"/>');
      context.workbook.customXmlParts.add(RECEIPT.replace('1', '0'));
      const part = context.workbook.customXmlParts.getByNamespace('urn:test:receipt').getOnlyItemOrNullObject();
      part.setXml(RECEIPT);
      await context.sync();
    });
    office.context.document.settings.set('unit', { code: 'DV01', name: 'Sở "A"' });
    await asked<void>((done) => office.context.document.settings.saveAsync(done));

    const again = startHost({ workbook: await host.saveAs(), form: FORM });
    await host.reload();
    for (const one of [host, again]) {
      const page = await inPage(one, server.url);
      pages.push({ host: one, ...page });
      const xml = await page.run(async (context) => {
        const part = context.workbook.customXmlParts.getByNamespace('urn:test:receipt').getOnlyItemOrNullObject();
        const text = part.getXml();
        await context.sync();
        return text.value;
      });
      expect(xml).toBe(RECEIPT);
      expect(page.office.context.document.settings.get('unit')).toEqual({ code: 'DV01', name: 'Sở "A"' });
      expect(one.customXml).toHaveLength(2);
    }
  });

  test('a restart drops handlers and the page', async () => {
    const { host } = await open();
    await host.reload();
    await expect(host.press('kiemTra')).rejects.toThrow('No page is open');
  });
});

describe('the file', () => {
  test('is the workbook as it stands: our reader finds what was written and what follows from it', async () => {
    const { host, office } = await open();
    await host.fill('CT_A_05', 44);
    await host.fill('PL1_so_hn', 5, 2);
    await host.fill('TM_T_1', 'Đã sửa: <3 & "tốt">');
    const bytes = await fileBytes(office);
    expect(Buffer.from(bytes).equals(await host.saveAs())).toBe(true);
    const extracted = extract(await cellsOf(bytes), FORM);
    expect(extracted.values.get('CT_A_05')?.value).toBe(44);
    expect(extracted.values.get('TM_T_1')?.value).toBe('Đã sửa: <3 & "tốt">');
    const { derived } = reportValues(extracted, FORM);
    for (const [name, value] of Object.entries(derived))
      expect([name, extracted.values.get(name)?.value]).toEqual([name, value]);
    expect(host.file.open).toBe(0);
  });

  describeWith(openXmlSdk(), 'the Open XML SDK', () => {
    test('finds nothing wrong with a file that holds all kinds of changes', async () => {
      const host = startHost({ workbook: await report(), form: FORM });
      await host.fill('CT_A_05', 44);
      await host.fill('TM_T_1', ' Đã sửa ');
      await host.fill('CT_A_07', { formula: '1/0', result: '#DIV/0!' });
      host.excel.book.customXml.push({ id: '{00000001-0000-4000-8000-000000000000}', xml: RECEIPT_XML });
      host.excel.book.settings = { unit: '"DV01"' };
      expect(await sdkFindings(await host.saveAs())).toEqual([]);
    });
  });
  const RECEIPT_XML = '<receipt xmlns="urn:test:receipt"/>';

  test('two at once and no more, and a host that gives none', async () => {
    const { host, office } = await open();
    const get = (): Promise<Office.File> =>
      asked((done) => office.context.document.getFileAsync(office.FileType.Compressed, { sliceSize: 4_194_304 }, done));
    const first = await get();
    await get();
    await expect(get()).rejects.toMatchObject({ code: 11_000 });
    await asked<void>((done) => first.closeAsync(done));
    expect(host.file.open).toBe(1);
    host.file.fail = 11_001;
    await expect(get()).rejects.toMatchObject({ code: 11_001 });
  });
});

describe('the ribbon and the pane', () => {
  test('a button calls its function, which must say when it is done', async () => {
    const { host, window } = await open();
    await host.press('kiemTra');
    expect(window.calls).toEqual(['kiemTra KhoaGiao.Check']);
    await expect(host.press('nopBaoCao', 100)).rejects.toThrow('event.completed() was not called');
    await expect(host.press('bienNhan')).rejects.toThrow('no function for this button');
    await expect(host.press('khongCo')).rejects.toThrow('manifest.xml has no button');
  });

  test('is shown, hidden, and started with the workbook', async () => {
    const { host, office } = await open();
    await office.addin.showAsTaskpane();
    expect(host.pane.shown).toBe(true);
    await office.addin.hide();
    expect(host.pane.shown).toBe(false);
    expect(await office.addin.getStartupBehavior()).toBe('None');
    await office.addin.setStartupBehavior(office.StartupBehavior.load);
    expect(await office.addin.getStartupBehavior()).toBe('Load');
    expect(host.pane.startup).toBe('load');
  });

  test('that it starts with the workbook stands in the workbook', async () => {
    const { host, office } = await open();
    // Settings alone do not make it start.
    office.context.document.settings.set('unit', 'DV01');
    await asked<void>((done) => office.context.document.settings.saveAsync(done));
    expect(startHost({ workbook: await host.saveAs(), form: FORM }).pane.startup).toBe('none');
    await office.addin.setStartupBehavior(office.StartupBehavior.load);
    const saved = await host.saveAs();
    expect(startHost({ workbook: saved, form: FORM })).toMatchObject({
      pane: { startup: 'load' },
      settings: { unit: '"DV01"' },
    });
    await host.reload();
    expect(host.pane.startup).toBe('load');
    const again = await inPage(host, server.url);
    pages.push({ host, ...again });
    await again.office.addin.setStartupBehavior(again.office.StartupBehavior.none);
    await host.reload();
    expect(host.pane.startup).toBe('none');
  });

  test('in the language and colours of Office', async () => {
    const { office } = await open({ language: 'en-US' });
    expect(office.context.displayLanguage).toBe('en-US');
    expect(office.context.officeTheme).toMatchObject({ primaryBackgroundColor: '#e6e6e6' });
  });

  test('opens another workbook', async () => {
    const { window, host } = await open();
    await (window.Excel as typeof Excel).createWorkbook(Buffer.from('another').toString('base64'));
    expect(host.opened.map((bytes) => Buffer.from(bytes).toString())).toEqual(['another']);
  });
});

describe('a page in jsdom', () => {
  test('runs its module where it is said that it may, with what it is lent, and reaches nobody else', async () => {
    const host = startHost({ workbook: await report(), form: FORM });
    const { window, close } = await openInJsdom(host, `${server.url}?module`, {
      modulesAsScripts: true,
      lend: (page) => Object.assign(page, { lent: 'a fetch' }),
    });
    await window.Office.onReady();
    await host.press('kiemTra');
    expect([window.calls, window.lent]).toEqual([['kiemTra KhoaGiao.Check'], 'a fetch']);
    const answer = await new Promise((resolve) => {
      const request = new window.XMLHttpRequest();
      request.open('GET', 'https://example.org/x');
      request.onloadend = () => resolve(request.status);
      request.send();
    });
    expect([answer, host.foreignRequests]).toEqual([0, ['https://example.org/x']]);
    await close();
  });
});

describe('what this Excel has not', () => {
  test('a newer member is refused by the library itself, and given where the matrix is raised', async () => {
    const save = ({ run }: Running): Promise<void> =>
      run(async (context) => {
        context.workbook.save();
        await context.sync();
      });
    const old = await open();
    expect(old.office.context.requirements.isSetSupported('ExcelApi', '1.11')).toBe(false);
    await expect(save(old)).rejects.toMatchObject({ code: 'ApiNotFound' });
    expect(old.host.excel.saves).toBe(0);
    const raised = await open({ matrix: { ExcelApi: '1.14' } });
    await save(raised);
    expect(raised.host.excel.saves).toBe(1);
    const merged = raised.run(async (context) => {
      context.workbook.worksheets.getItem('PL1').getRange('A1').getMergedAreasOrNullObject().load('address');
      await context.sync();
    });
    await expect(merged).rejects.toMatchObject({ code: 'NotImplemented' });
  });

  test('a member that is old enough and not here fails loudly, and is remembered', async () => {
    const { run, host, office } = await open();
    await expect(
      run(async (context) => {
        context.workbook.worksheets.getItem('ChiTieu').getRange('A1').format.fill.color = '#ff0000';
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'NotImplemented' });
    await expect(
      asked((done) => office.context.document.getSelectedDataAsync(office.CoercionType.Text, done)),
    ).rejects.toMatchObject({ code: 5000 });
    expect(host.refusals).toEqual([
      expect.stringContaining('RangeFormat.Fill'),
      expect.stringContaining('of the common API'),
    ]);
  });
});

// The same host in a real browser: the core once more, under the page's own Content-Security-Policy, and without a way out.

import type { Browser } from 'puppeteer-core';
import { namedPlaces } from '../../templates/extract/named-places';
import { cellsOf } from '../setup/filled';
import { describeWith } from '../setup/tools';
import { startHost } from './excel-host';
import { chromium, launchChromium } from './page/chromium';
import { openInChromium } from './page/open-in-chromium';
import { FORM, report } from './run-in-page';
import { serveTestPage, type TestPage } from './test-page';

describeWith(chromium(), 'in Chromium', () => {
  let browser: Browser;
  let server: TestPage;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), serveTestPage()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  test('reads, writes, hears, saves, and answers the ribbon', async () => {
    const host = startHost({ workbook: await report(), form: FORM });
    const { page, errors, close } = await openInChromium(host, { browser }, server.url);
    await page.waitForFunction('window.isReady === true');
    const seen = await page.evaluate(async () => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const first = await Excel.run({ delayForCellEdit: true }, async (context) => {
        const { names, worksheets } = context.workbook;
        names.load('items/name');
        worksheets.onChanged.add(async ({ address }) => void heard.push(address));
        const range = names.getItem('CT_A_05').getRange();
        await context.sync();
        range.values = [[44]];
        range.load('address');
        context.workbook.customXmlParts.add('<r xmlns="urn:test"/>');
        await context.sync();
        return { names: names.items.length, address: range.address };
      });
      const locked = await Excel.run(async (context) => {
        context.workbook.worksheets.getItem('ChiTieu').getRange('A16').values = [['x']];
        await context.sync();
      }).catch((error: OfficeExtension.Error) => error.code);
      Office.context.document.settings.set('unit', 'DV01');
      await new Promise((done) => Office.context.document.settings.saveAsync(done));
      await Office.addin.showAsTaskpane();
      return { ...first, locked };
    });
    expect(seen).toEqual({ names: host.excel.book.names.length, address: 'ChiTieu!D16', locked: 'AccessDenied' });
    await host.fill('CT_A_05', 45);
    await host.press('kiemTra');
    await page.waitForFunction('window.heard.length > 1');
    expect(await page.evaluate('window.heard')).toEqual(['D16', 'D16']);
    expect(host).toMatchObject({
      pane: { shown: true },
      settings: { unit: '"DV01"' },
      customXml: ['<r xmlns="urn:test"/>'],
    });

    const file = await page.evaluate(async () => {
      const opened = await new Promise<Office.File>((resolve, reject) =>
        Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: 65_536 }, (result) =>
          result.error ? reject(result.error) : resolve(result.value),
        ),
      );
      let binary = '';
      for (let i = 0; i < opened.sliceCount; i++) {
        const slice = await new Promise<Office.Slice>((resolve) => opened.getSliceAsync(i, (r) => resolve(r.value)));
        for (const byte of slice.data) binary += String.fromCharCode(byte);
      }
      await new Promise<void>((resolve) => opened.closeAsync(() => resolve()));
      return btoa(binary);
    });
    const cells = await cellsOf(new Uint8Array(Buffer.from(file, 'base64')));
    const place = namedPlaces(cells).get('CT_A_05')!;
    expect([...place.sheet.cells].find(([key]) => key === place.firstRow * 16_384 + place.column - 1)?.[1].value).toBe(
      45,
    );
    expect([errors, host.refusals, host.foreignRequests]).toEqual([[], [], []]);
    await close();
  });

  test('what leads elsewhere is stopped and remembered', async () => {
    const host = startHost({ workbook: await report(), form: FORM });
    const { page, close } = await openInChromium(host, { page: await browser.newPage() }, server.url);
    await page.setBypassCSP(true);
    await page.reload({ waitUntil: 'load' });
    const answer = await page.evaluate(() =>
      fetch('https://example.org/x').then(
        () => 'answered',
        () => 'stopped',
      ),
    );
    expect(answer).toBe('stopped');
    expect(host.foreignRequests).toEqual(['https://example.org/x']);
    await close();
  });
});

// The upload page over the real centre, with workbooks that LibreOffice saved: errors at their cells as the centre itself would say
// them, a receipt that is at the centre, plain words for everything that is no report, no network, downloads, and no mouse.

// biome-ignore-all lint/performance/useDomNodeTextContent: what is seen counts, not what stands in the tree
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Browser } from 'puppeteer-core';
import { renderTemplate } from '../../functions/forms/render-template';
import { inventReport } from '../../functions/samples/invent-report';
import { readWorkbook } from '../../functions/xlsx/read-workbook';
import { fillPlan } from '../../templates/layout/fill-plan';
import { placeOf } from '../../templates/violation/violation';
import { chromium, launchChromium } from '../excel-host/page/chromium';
import { realPeriod } from '../setup/real-form';
import { type RunningCentre, startCentre } from '../setup/running-centre';
import { samplePath } from '../setup/samples';
import { convertBySoffice, describeWith, soffice } from '../setup/tools';
import { until } from '../setup/until';
import { aFolder, type OpenNop, openNop } from './screens-nop';

const PLACE = { form: 'khoa-giao', period: '2024-H1' };

describeWith(chromium(), 'the upload page', () => {
  let browser: Browser;
  let centre: RunningCentre;
  const folder = aFolder();
  beforeAll(async () => {
    [browser, centre] = await Promise.all([launchChromium(), startCentre()]);
  });
  afterAll(async () => {
    await browser?.close();
    await centre?.stop();
    folder.remove();
  });

  const signedIn = async (unit: string): Promise<OpenNop> => {
    const nop = await openNop(browser, centre);
    await nop.signIn(`demo-${unit}`);
    await nop.see('Kéo tệp .xlsx vào đây');
    return nop;
  };
  const unitFile = async (unit: string) => {
    const file = await centre.client.unitFile(await centre.token(`demo-${unit}`), PLACE, unit);
    if (!file.ok) throw new Error(file.problem.detail);
    return file.body;
  };

  describeWith(soffice(), 'with a report that LibreOffice saved', () => {
    /** Filled in by us, opened and saved by LibreOffice. */
    const saved = async (unit: string, changes: Readonly<Record<string, string | number | null>> | 'blank') => {
      const form = realPeriod(PLACE.period);
      const index = form.definition.units.findIndex(({ code }) => code === unit);
      const request = { form, unit: form.definition.units[index]! };
      const { values, annexes } = inventReport(form, request.unit, index);
      const bytes = await renderTemplate(request, (plan) =>
        changes === 'blank' ? plan : fillPlan(plan, { annexes, values: { ...values, ...changes } }),
      );
      const out = join(folder.path, `saved-${unit}`);
      mkdirSync(out, { recursive: true });
      return convertBySoffice(folder.put(`${unit}.xlsx`, bytes), 'xlsx', out);
    };

    test('errors stand at their cells, the same that the centre finds in the same file', async () => {
      const broken = { CT_A_05: 99_999, CT_A_17: '45 người', TM_T_1: null, CT_A_13: 58, CT_D_01: 1 };
      const file = await saved('DV01', broken);
      const nop = await signedIn('DV01');
      await nop.choose(file);
      await nop.see('lỗi phải sửa');
      await nop.see('Sửa trong tệp, lưu lại, rồi chọn lại tệp.');
      const bytes = new Uint8Array(readFileSync(file));
      const answer = await centre.client.submit(await centre.token('demo-DV01'), PLACE, bytes, randomUUID());
      if (answer.ok) throw new Error('The centre took the broken report');
      const { status, violations = [] } = answer.problem;
      expect(status).toBe(422);
      const atTheCentre = violations.map((v) => `${v.rule} ${placeOf(v) || 'Cả tệp'}`).sort();
      expect(atTheCentre).toEqual(
        expect.arrayContaining(['R001 ChiTieu!D28', 'R104 ChiTieu!D16', 'R002 ThuyetMinh!C6']),
      );
      expect((await nop.listed()).sort()).toEqual(atTheCentre);
      await nop.press('Nộp báo cáo');
      await nop.see('Chưa nộp được. Xử lý các mục dưới đây rồi nộp lại.');
      expect(nop.errors).toEqual([]);
      await nop.close();
    });

    test('a template with nothing in it: every blank cell, in the page as at the centre', async () => {
      const file = await saved('DV02', 'blank');
      const nop = await signedIn('DV02');
      await nop.choose(file);
      await nop.see(/\d+ ô chưa nhập/);
      const bytes = new Uint8Array(readFileSync(file));
      const answer = await centre.client.submit(await centre.token('demo-DV02'), PLACE, bytes, randomUUID());
      const violations = (!answer.ok && answer.problem.violations) || [];
      expect(violations.length).toBeGreaterThan(100);
      expect((await nop.listed()).sort()).toEqual(violations.map((v) => `${v.rule} ${placeOf(v) || 'Cả tệp'}`).sort());
      await nop.close();
    });

    test('corrected and chosen again, it goes; the receipt is at the centre, of these very bytes', async () => {
      const file = await saved('DV03', { CT_A_05: 99_999 });
      const nop = await signedIn('DV03');
      await nop.choose(file);
      await nop.see('lỗi phải sửa');
      await saved('DV03', {});
      await nop.choose(file);
      await nop.see('Không còn lỗi. Có thể nộp báo cáo.');
      await nop.press('Nộp báo cáo');
      await nop.see('KG-2024-H1-DV03-01');
      const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
      await nop.see(sha256);
      expect(await unitFile('DV03')).toMatchObject({
        counted: 1,
        submissions: [{ state: 'submitted', came: 'workbook', sha256 }],
      });
      await nop.press('Đóng');
      await nop.press('Các lần nộp');
      await nop.see('đã nộp');
      await nop.press('Nộp báo cáo');
      await nop.see(/Đã có báo cáo mới hơn|Thay báo cáo đã nộp/);
      expect(nop.errors).toEqual([]);
      await nop.close();
    });

    test('a workbook of something else says that it is no report', async () => {
      const sheet = await convertBySoffice(
        folder.put('danh-sach.csv', 'STT,Họ tên\n1,Nguyễn Văn A\n'),
        'xlsx',
        folder.path,
      );
      const nop = await signedIn('DV04');
      await nop.choose(sheet);
      await nop.see('không phải mẫu báo cáo khoa giáo');
      await nop.close();
    });
  });

  test.each([
    ['bao-cao.pdf', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n', /PDF/],
    ['cu.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]), /\.xlsx/],
    ['trong.xlsx', '', /trống|rỗng|0 byte/i],
    ['nen.zip', zipSync({ 'thu.txt': strToU8('xin chào') }), /\.xlsx|không phải/],
    ['anh.xlsx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /\.xlsx|không phải/],
  ])('%s is refused in plain words', async (name, content, words) => {
    const nop = await signedIn('DV04');
    await nop.choose(folder.put(name, content));
    await nop.see(`Tệp: ${name}`);
    await nop.page.waitForSelector('.card.bad[role=alert]');
    const said = await nop.page.$eval('.card.bad', (card) => (card as HTMLElement).innerText);
    expect(said).toMatch(words);
    expect(said.length).toBeGreaterThan(40);
    expect(said).not.toMatch(/undefined|null|Error|ZIP_|\{/);
    expect(await nop.text()).not.toContain('Nộp báo cáo\n');
    expect(nop.errors).toEqual([]);
    await nop.close();
  });

  test('another unit’s report says whose it is', async () => {
    const nop = await signedIn('DV04');
    await nop.choose(samplePath('2024-H1', 'DV05'));
    await nop.page.waitForSelector('.card.bad[role=alert]');
    await nop.see('Tệp của đơn vị khác');
    await nop.see(/DV05/);
    await nop.close();
  });

  test('with no network it waits, and goes by itself', async () => {
    const nop = await signedIn('DV06');
    await nop.choose(samplePath('2024-H1', 'DV06'));
    await nop.see('Có thể nộp báo cáo.');
    await nop.page.setOfflineMode(true);
    await nop.press('Nộp báo cáo');
    await nop.see('Báo cáo đang chờ gửi');
    expect((await unitFile('DV06')).submissions).toEqual([]);
    await nop.page.setOfflineMode(false);
    await nop.see('KG-2024-H1-DV06-01', 20);
    expect((await unitFile('DV06')).submissions).toHaveLength(1);
    expect(nop.errors).toEqual([]);
    await nop.close();
  });

  test('a file that was saved again and not chosen again is said to be so; chosen again it goes', async () => {
    const nop = await signedIn('DV10');
    const file = folder.put('DV10.xlsx', readFileSync(samplePath('2024-H1', 'DV10')));
    await nop.choose(file);
    await nop.see('Có thể nộp báo cáo.');
    // A file of another length and a later day: what the browser looks at.
    folder.put('DV10.xlsx', Buffer.concat([readFileSync(file), Buffer.from(' ')]));
    utimesSync(file, new Date(), new Date(Date.now() + 60_000));
    await nop.press('Nộp báo cáo');
    await nop.see('Tệp đã được lưu lại sau khi chọn');
    await nop.see('Chọn tệp khác');
    folder.put('DV10.xlsx', readFileSync(samplePath('2024-H1', 'DV10')));
    await nop.choose(file);
    await nop.see('Có thể nộp báo cáo.');
    await nop.press('Nộp báo cáo');
    await nop.see('KG-2024-H1-DV10-01');
    expect((await unitFile('DV10')).submissions).toHaveLength(1);
    expect(nop.errors).toEqual([]);
    await nop.close();
  });

  test('a template is downloaded under a name that says what it is', async () => {
    const nop = await signedIn('DV07');
    const session = await browser.target().createCDPSession();
    const { browserContextId } = await (await nop.page.createCDPSession())
      .send('Target.getTargetInfo')
      .then(({ targetInfo }) => targetInfo);
    const into = join(folder.path, 'tai-ve');
    mkdirSync(into);
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: into,
      ...(browserContextId ? { browserContextId } : {}),
    });
    await nop.press('Tải mẫu');
    await nop.press('Tải mẫu Quý I/2024');
    const name = 'khoa-giao-2024-Q1-DV07.xlsx';
    await until(
      () => readdirSync(into).includes(name),
      () => `Downloaded: ${readdirSync(into)}`,
    );
    expect(readdirSync(into)).toEqual([name]);
    const read = await readWorkbook(readFileSync(join(into, name)));
    expect(read.ok && read.workbook.names.has('CT_A_01')).toBe(true);
    await nop.see('Kéo tệp .xlsx vào đây');
    expect(nop.errors).toEqual([]);
    await nop.close();
  });

  test('the whole way without a mouse', async () => {
    const nop = await openNop(browser, centre);
    const { keyboard } = nop.page;
    const focused = () => nop.page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '');
    const tabTo = async (selector: string) => {
      for (let i = 0; i < 40; i++) {
        await keyboard.press('Tab');
        if (await nop.page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      }
      throw new Error(`Tab never comes to ${selector}; it is at: ${await focused()}`);
    };
    await nop.see('Đăng nhập');
    await tabTo('input[type=password]');
    await keyboard.type('demo-DV08');
    await keyboard.press('Enter');
    await nop.see('Kéo tệp .xlsx vào đây');
    await tabTo('input[type=file]');
    // Asked for before the next answer of the page, so that the browser listens when the key comes.
    const choosing = nop.page.waitForFileChooser();
    const outline = await nop.page.$eval('label.button', (label) => getComputedStyle(label).outlineStyle);
    expect(outline).toBe('solid');
    await keyboard.press('Space');
    const chooser = await choosing;
    await chooser.accept([samplePath('2024-H1', 'DV08')]);
    await nop.see('Có thể nộp báo cáo.');
    await tabTo('.actions.main .primary');
    await keyboard.press('Enter');
    await nop.see('KG-2024-H1-DV08-01');
    expect(await focused()).toBe('Biên nhận');
    await tabTo('.receipt button:last-child');
    await keyboard.press('Enter');
    await nop.see('Chọn tệp khác');
    expect((await unitFile('DV08')).counted).toBe(1);
    expect(nop.errors).toEqual([]);
    await nop.close();
  });
});

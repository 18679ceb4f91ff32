// How the pane begins: over the very template that the centre gives, and where Excel is not there, too old, or silent. It is never
// blank, and says what to do.

import { chromium } from '../excel-host/page/chromium';
import { officeJs } from '../excel-host/page/office-js';
import { sample } from '../setup/samples';
import { describeWith } from '../setup/tools';
import { type OpenPane, openPane, withCentre } from './pane-in-excel';
import { screenOf } from './test-screen';

const CORS = { 'access-control-allow-origin': '*' };
const PLACE = { form: 'khoa-giao', period: '2024-H1' };

describeWith(chromium(), 'the pane’s beginning', () => {
  const running = withCentre();

  const template = async (unit: string): Promise<Uint8Array> => {
    const answer = await running.centre.client.template(await running.centre.token(`demo-${unit}`), PLACE, unit);
    if (!answer.ok) throw new Error(answer.problem.code);
    return answer.body;
  };
  const opened = async (workbook: Uint8Array, unit: string): Promise<OpenPane> => {
    const pane = await openPane({ browser: running.browser, centre: running.centre, workbook, period: '2024-H1' });
    await pane.signIn(`demo-${unit}`);
    return pane;
  };

  test('the centre’s own template carries the add-in, and a fresh one owes everything', async () => {
    const pane = await opened(await template('DV07'), 'DV07');
    expect(pane.host.pane.startup).toBe('load');
    expect(JSON.parse(JSON.stringify(pane.host.settings))).toMatchObject({ unit: '"DV07"', period: '"2024-H1"' });
    await pane.see(/\d+ ô chưa nhập/);
    await pane.press('Ô chưa nhập');
    await pane.see('Xem thêm');
    const before = Number(/(\d+) ô chưa nhập/.exec(await pane.text())![1]);
    await pane.host.fill('CT_K_03', 120);
    await pane.see(`${before - 1} ô chưa nhập`);
    expect(pane.errors).toEqual([]);
    expect(pane.host.refusals).toEqual([]);
    await pane.close();
  });

  test('a returned report is downloaded filled in and with notes; corrected, it goes', async () => {
    const token = await running.centre.token('demo-DV08');
    const { submit, returnReport } = running.centre.client;
    expect((await submit(token, PLACE, sample('2024-H1', 'DV08'), crypto.randomUUID())).ok).toBe(true);
    const comments = [{ name: 'CT_A_17', text: 'Đề nghị đối chiếu lại.' }];
    await returnReport(await running.centre.token('demo-BAN'), 'khoa-giao.2024-H1.DV08.1', comments);
    const pane = await opened(await template('DV08'), 'DV08');
    await pane.see('Ban yêu cầu sửa (1)');
    await pane.host.fill('CT_A_17', 12);
    // Who signs is not kept with a stored report, and has to be typed again.
    for (const name of ['BC_nguoi_ky', 'BC_nguoi_lap', 'BC_so_may'])
      await pane.host.fill(name, 'Nguyễn Văn An').catch(() => undefined);
    await pane.see('Có thể nộp báo cáo.');
    await pane.host.press('nopBaoCao');
    await pane.see('KG-2024-H1-DV08-02');
    await pane.close();
  });

  test('a button that is pressed twice submits once', async () => {
    const pane = await opened(sample('2024-H1', 'DV09'), 'DV09');
    await pane.see('Có thể nộp báo cáo.');
    await Promise.all([pane.host.press('nopBaoCao'), pane.host.press('nopBaoCao')]);
    await pane.see('KG-2024-H1-DV09-01');
    const file = await running.centre.client.unitFile(await running.centre.token('demo-DV09'), PLACE, 'DV09');
    expect(file.ok && file.body.submissions).toHaveLength(1);
    await pane.close();
  });

  test('an Excel that is too old is told so, with the way that works', async () => {
    const matrix = { ExcelApi: '1.7' };
    const pane = await openPane({
      browser: running.browser,
      centre: running.centre,
      workbook: sample('2024-H1', 'DV01'),
      period: '2024-H1',
      matrix,
    });
    await pane.see('Phiên bản Excel này quá cũ');
    await pane.see('Mở trang nộp tệp');
    await pane.close();
  });

  test('an Office that comes late is told of, in both languages, and then takes its place, with its ribbon', async () => {
    let comes = (): void => undefined;
    const late = new Promise<void>((resolve) => {
      comes = resolve;
    });
    const pane = await openPane({
      browser: running.browser,
      centre: running.centre,
      workbook: sample('2024-H1', 'DV11'),
      period: '2024-H1',
      late,
    });
    await pane.see('Excel chưa trả lời', 20);
    await pane.see('Excel does not answer');
    comes();
    await pane.see('Đăng nhập lần đầu');
    await pane.notSee('Excel chưa trả lời');
    await pane.signIn('demo-DV11');
    await pane.see('Có thể nộp báo cáo.');
    await pane.host.press('nopBaoCao');
    await pane.see('KG-2024-H1-DV11-01');
    expect(pane.errors).toEqual([]);
    await pane.close();
  });

  test.each([
    ['outside Excel', true, 'Trang này dùng bên trong Excel'],
    ['with Microsoft’s network blocked', false, 'Excel chưa trả lời'],
  ])('%s', async (_, reachable, words) => {
    const page = await running.browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const file = reachable ? officeJs(request.url()) : undefined;
      if (file)
        void request.respond({ status: file.status, contentType: file.contentType, body: file.body, headers: CORS });
      else if (request.url().startsWith(running.centre.host.url)) void request.continue();
      else void request.abort();
    });
    await page.goto(`${running.centre.host.url}/pane`);
    const screen = screenOf(page);
    await screen.see(/Đang mở báo cáo|Trang này/, 2);
    await screen.see(words, 12);
    await screen.see('Mở trang nộp tệp');
    await page.close();
  });

  test('another workbook than a report is said to be none', async () => {
    const answer = await running.centre.client.master(await running.centre.token('demo-BAN'), PLACE, true);
    const pane = await openPane({
      browser: running.browser,
      centre: running.centre,
      workbook: answer.ok ? answer.body : new Uint8Array(),
      period: '2024-H1',
    });
    await pane.see('Sổ tính này không phải mẫu báo cáo khoa giáo');
    expect(pane.host.pane.startup).toBe('none');
    await pane.close();
  });
});

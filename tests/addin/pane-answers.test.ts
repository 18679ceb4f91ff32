// What the centre may say to a report other than yes, each with its screen: somebody else was faster, the period is locked, the
// report is refused after all; and the ways around Excel: values where it gives no file, new workbooks for template and master.

import { randomUUID } from 'node:crypto';
import { readWorkbook } from '../../functions/xlsx/read-workbook';
import { chromium } from '../excel-host/page/chromium';
import { sample } from '../setup/samples';
import { describeWith } from '../setup/tools';
import { type OpenPane, openPane, withCentre } from './pane-in-excel';

const PLACE = { form: 'khoa-giao', period: '2024-H1' };

describeWith(chromium(), 'what the centre says', () => {
  const running = withCentre();

  const opened = async (unit: string, code = `demo-${unit}`): Promise<OpenPane> => {
    const pane = await openPane({
      browser: running.browser,
      centre: running.centre,
      workbook: sample('2024-H1', unit),
      period: '2024-H1',
    });
    await pane.signIn(code);
    return pane;
  };

  test('409: another computer was faster; who, when and what differs, then keep or replace', async () => {
    const pane = await opened('DV02');
    await pane.see('Có thể nộp báo cáo.');
    await pane.host.fill('CT_A_17', 77);
    await running.centre.client.submit(
      await running.centre.token('demo-DV02'),
      PLACE,
      sample('2024-H1', 'DV02'),
      randomUUID(),
    );
    await pane.host.press('nopBaoCao');
    await pane.see('Đã có báo cáo mới hơn');
    await pane.see('KG-2024-H1-DV02-01');
    await pane.see('Khác nhau ở 1 ô:');
    await pane.see(/A\.17[\s\S]*Bản này\s*77/);
    await pane.press('Giữ bản đã nộp');
    await pane.host.press('nopBaoCao');
    await pane.press('Vẫn nộp bản này');
    await pane.see('KG-2024-H1-DV02-02');
    expect(pane.errors).toEqual([]);
    await pane.close();
  });

  test('a report sent from this very computer is only confirmed, whichever file it is in', async () => {
    const pane = await opened('DV10');
    await pane.see('Có thể nộp báo cáo.');
    await pane.host.press('nopBaoCao');
    await pane.see('KG-2024-H1-DV10-01');
    const { context } = pane;
    await pane.page.close();
    const { browser, centre } = running;
    const copy = sample('2024-H1', 'DV10');
    const again = await openPane({ browser, centre, workbook: copy, period: '2024-H1', context });
    await again.see('Có thể nộp báo cáo.');
    await again.host.fill('CT_A_17', 55);
    await again.host.press('nopBaoCao');
    await again.see('Thay báo cáo đã nộp?');
    await again.see(/A\.17[\s\S]*Bản này\s*55/);
    await again.press('Thôi');
    await again.close();
  });

  test('422: what only the centre can know is a list of the same kind', async () => {
    const pane = await opened('DV03');
    await pane.see('Có thể nộp báo cáo.');
    const violation = {
      rule: 'R007',
      severity: 'error',
      sheet: 'ChiTieu',
      cell: 'D12',
      name: 'CT_A_01',
      message: 'Sai.',
    };
    const problem = { status: 422, code: 'VIOLATIONS', title: 'Báo cáo còn lỗi', violations: [violation] };
    await answered(pane, 422, JSON.stringify(problem));
    await pane.host.press('nopBaoCao');
    await pane.see('Báo cáo còn lỗi');
    await pane.press('ChiTieu!D12');
    await pane.untilSelected('ChiTieu!D12');
    await pane.close();
  });

  test('413 has its own words', async () => {
    const pane = await opened('DV03');
    await pane.see('Có thể nộp báo cáo.');
    await answered(pane, 413, 'too large');
    await pane.host.press('nopBaoCao');
    await pane.see('Tệp quá lớn');
    await pane.close();
  });

  test('423: the period is locked, and nothing was sent', async () => {
    const board = await running.centre.token('demo-BAN');
    const pane = await opened('DV04');
    await pane.see('Có thể nộp báo cáo.');
    await running.centre.client.lock(board, PLACE, 'Đã tổng hợp xong để báo cáo Tỉnh ủy');
    await pane.host.press('nopBaoCao');
    await pane.see('Kỳ báo cáo đã khóa');
    await pane.see('Báo cáo chưa được gửi');
    await running.centre.client.unlock(board, PLACE, 'Mở lại cho đơn vị nộp bổ sung');
    await pane.press('Thử lại');
    await pane.see('KG-2024-H1-DV04-01');
    await pane.close();
  });

  test('where Excel gives no file the values go, and the receipt says so', async () => {
    const pane = await opened('DV05');
    await pane.see('Có thể nộp báo cáo.');
    pane.host.file.fail = 11001;
    await pane.host.press('nopBaoCao');
    await pane.see('KG-2024-H1-DV05-01');
    await pane.see('Nhận dưới dạng số liệu');
    const token = await running.centre.token('demo-DV05');
    const values = await running.centre.client.values(token, 'khoa-giao.2024-H1.DV05.1');
    expect(values.ok && values.body.values['A.05']).toBe(pane.host.value('CT_A_05'));
    await pane.close();
  });

  test('the ribbon opens the unit’s template as a workbook of its own', async () => {
    const pane = await opened('DV06');
    await pane.host.press('moMau');
    await pane.see('Mở mẫu của kỳ');
    await pane.press('Mở mẫu Quý I/2024');
    await pane.see('Mẫu đã mở thành sổ tính mới.');
    const read = await readWorkbook(pane.host.opened[0]!);
    expect(read.ok && read.workbook.names.has('CT_A_01')).toBe(true);
    await pane.host.press('bienNhan');
    await pane.see('Chưa nộp lần nào trong kỳ này.');
    await pane.host.press('bangTongHop');
    await pane.see('chỉ dành cho tài khoản của Ban');
    expect(pane.host.refusals).toEqual([]);
    await pane.close();
  });

  test('the board opens the master; it does not submit', async () => {
    const pane = await opened('DV06', 'demo-BAN');
    await pane.host.press('bangTongHop');
    await pane.press('Mở bảng tổng hợp 6 tháng đầu năm 2024');
    await pane.see('Đã mở bảng tổng hợp 6 tháng đầu năm 2024 thành sổ tính mới.');
    const read = await readWorkbook(pane.host.opened[0]!);
    expect(read.ok && read.workbook.sheets.map(({ name }) => name)).toContain('TongHop');
    await pane.host.press('nopBaoCao');
    await pane.see('Tài khoản của Ban không nộp báo cáo');
    await pane.close();
  });
});

/** What only a gateway or a centre of another day would say, put in place of the answer to the next upload. */
async function answered(pane: OpenPane, status: number, body: string): Promise<void> {
  await pane.page.evaluate(
    (code, text) => {
      XMLHttpRequest.prototype.send = function () {
        Object.defineProperties(this, { status: { value: code }, responseText: { value: text } });
        queueMicrotask(() => this.onload?.(new ProgressEvent('load')));
      };
    },
    status,
    body,
  );
}

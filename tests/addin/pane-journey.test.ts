// The whole way of a clerk, in a real browser: the template opens, errors are shown and jumped to, mended, explained; one press of
// the ribbon's button; a receipt in the pane, in the file and at the centre; the board returns it with comments; it goes again.

import { chromium } from '../excel-host/page/chromium';
import { sample } from '../setup/samples';
import { describeWith } from '../setup/tools';
import { until } from '../setup/until';
import { type OpenPane, openPane, withCentre } from './pane-in-excel';

const PLACE = { form: 'khoa-giao', period: '2024-H1' };

describeWith(chromium(), 'the pane in Excel', () => {
  const running = withCentre();
  let pane: OpenPane;
  beforeAll(async () => {
    pane = await openPane({
      browser: running.browser,
      centre: running.centre,
      workbook: sample('2024-H1', 'DV01'),
      period: '2024-H1',
    });
  });
  afterEach(() => {
    expect(pane.errors).toEqual([]);
    expect(pane.host.refusals).toEqual([]);
    expect(pane.host.foreignRequests).toEqual([]);
  });

  test('signs in once and sees what stands in the report', async () => {
    await pane.see('Đăng nhập lần đầu để tải quy tắc kiểm tra');
    await pane.signIn('demo-DV0x');
    await pane.see('Kiểm tra lại mã truy cập');
    await pane.signIn('demo-DV01');
    await pane.see('Đảng bộ Sở Giáo dục và Đào tạo Vạn Hoa');
    await pane.see('Không còn lỗi. Có thể nộp báo cáo.');
    await pane.see('Hạn nộp: 18/6/2024');
    // The next opening of this very file starts the add-in.
    await until(() => pane.host.pane.startup === 'load', 'Starts with the file');
  });

  test('what is typed or pasted is checked at once, and a press leads to the cell', async () => {
    await pane.host.fill('CT_A_05', 99_999);
    await pane.see('Còn 2 lỗi phải sửa');
    await pane.press('ChiTieu!D16');
    await pane.untilSelected('ChiTieu!D16');
    await pane.host.type('ChiTieu', 'D16', '12 người');
    await pane.see('Còn 1 lỗi phải sửa');
    await pane.host.fill('CT_A_05', 120);
    await pane.see('1 cảnh báo cần giải trình');
  });

  test('the ribbon’s button does not send what still has to be explained', async () => {
    await pane.host.press('nopBaoCao');
    await pane.see('Chưa nộp được. Xử lý các mục dưới đây rồi nộp lại.');
    expect(pane.host.pane.shown).toBe(true);
    const status = await running.centre.client.unitFile(await running.centre.token('demo-DV01'), PLACE, 'DV01');
    expect(status).toMatchObject({ ok: true, body: { submissions: [] } });
  });

  test('an explanation typed beside the warning stands in the sheet', async () => {
    await pane.fill('Giải trình', 'Một số đảng viên đi học tập trung dài hạn.');
    await pane.press('Ghi giải trình');
    await pane.see('Không còn lỗi. Có thể nộp báo cáo.');
    expect(pane.host.value('GT_A_06')).toBe('Một số đảng viên đi học tập trung dài hạn.');
  });

  test('“Chuẩn hóa” shows what it will write, then writes it', async () => {
    const before = pane.host.value('CT_A_07');
    await pane.host.fill('CT_A_07', `'${before}\u00a0`);
    await pane.press('Chuẩn hóa (1)');
    await pane.see('Ghi lại 1 ô');
    await pane.press('Ghi lại 1 ô');
    await pane.notSee('Chuẩn hóa ô');
    expect(pane.host.value('CT_A_07')).toBe(before);
  });

  test('“Không phát sinh” marks a section', async () => {
    await pane.press('Tiến độ từng mục');
    const marked = () => ['A', 'B', 'C', 'D', 'E', 'F'].filter((code) => pane.host.value(`KPS_${code}`) === 'x');
    const before = marked();
    const mark = (await pane.page.$('.mark input:not(:checked)'))!;
    await mark.click();
    await until(() => marked().length > before.length, 'Marked in the sheet');
    await mark.click();
    await until(() => marked().length === before.length, 'No longer marked in the sheet');
    await pane.see('Không còn lỗi. Có thể nộp báo cáo.');
  });

  test('one press submits: receipt in the pane, in the file, at the centre', async () => {
    await pane.host.press('nopBaoCao');
    await pane.see('KG-2024-H1-DV01-01');
    await pane.see('Nộp muộn');
    const line = /^KG-2024-H1-DV01-01 · \d\d:\d\d \d+\/\d+\/\d{4} · Nộp muộn · [0-9a-f]{16}$/;
    await until(() => line.test(String(pane.host.value('BN_bien_nhan'))), 'The receipt on the cover');
    expect(pane.host.customXml.find((xml) => xml.includes('urn:khoa-giao:bien-nhan:1'))).toContain(
      'KG-2024-H1-DV01-01',
    );
    const file = await running.centre.client.unitFile(await running.centre.token('demo-DV01'), PLACE, 'DV01');
    expect(file).toMatchObject({
      ok: true,
      body: { counted: 1, submissions: [{ state: 'submitted', came: 'workbook' }] },
    });
    expect(pane.host.file.open).toBe(0);
  });

  test('after Excel was closed and opened again the file still knows its receipt, and what has changed since', async () => {
    await pane.host.reload();
    await pane.close();
    pane = await openPane({
      browser: running.browser,
      centre: running.centre,
      workbook: sample('2024-H1', 'DV01'),
      period: '2024-H1',
      host: pane.host,
    });
    await pane.signIn('demo-DV01');
    await pane.see('Nội dung trùng với lần nộp gần nhất.');
    await pane.host.fill('CT_A_17', Number(pane.host.value('CT_A_17')) + 3);
    await pane.see('Có 1 thay đổi chưa gửi từ lần nộp trước.');
    await pane.press('Thay đổi từ lần nộp trước (1)');
    await pane.see('A.17');
  });

  test('what the board returns stands at its cells, and goes again without a question', async () => {
    const board = await running.centre.token('demo-BAN');
    const returned = await running.centre.client.returnReport(board, 'khoa-giao.2024-H1.DV01.1', [
      { name: 'CT_A_17', text: 'Đề nghị đối chiếu lại số tin, bài với trang TTĐT.' },
      { name: 'PL1_so_hn', row: 2, text: 'Dòng này thiếu số hội nghị của chi bộ.' },
    ]);
    expect(returned.ok).toBe(true);
    await pane.press('Kiểm tra');
    await pane.see('Ban yêu cầu sửa (2)');
    await pane.see('Đề nghị đối chiếu lại số tin, bài');
    await pane.press('PL1!');
    await pane.untilSelected('PL1!');
    await pane.host.press('nopBaoCao');
    await pane.see('KG-2024-H1-DV01-02');
    await pane.press('Đóng');
    await pane.press('Các lần nộp');
    await pane.see('Ban trả lại');
  });

  test('a correction of an unreturned report is asked about first, with what changes', async () => {
    await pane.host.fill('CT_A_17', 41);
    await pane.see('Có 1 thay đổi chưa gửi');
    await pane.host.press('nopBaoCao');
    await pane.see('Thay báo cáo đã nộp?');
    await pane.see('A.17');
    await pane.press('Nộp thay thế');
    await pane.see('KG-2024-H1-DV01-03');
  });
});

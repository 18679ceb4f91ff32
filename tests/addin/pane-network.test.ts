// The network goes away, the centre is busy, the session ends, Excel is closed in between: the report waits on this computer and
// goes by itself, once, under the key it was first sent with.

import { chromium } from '../excel-host/page/chromium';
import { sample } from '../setup/samples';
import { describeWith } from '../setup/tools';
import { type OpenPane, openPane, withCentre } from './pane-in-excel';

const PLACE = { form: 'khoa-giao', period: '2024-H1' };

describeWith(chromium(), 'a pane whose network is not there', () => {
  const running = withCentre();

  const opened = async (unit: string): Promise<OpenPane> => {
    const pane = await openPane({
      browser: running.browser,
      centre: running.centre,
      workbook: sample('2024-H1', unit),
      period: '2024-H1',
    });
    await pane.signIn(`demo-${unit}`);
    await pane.see('Có thể nộp báo cáo.');
    return pane;
  };
  const submissions = async (unit: string) => {
    const file = await running.centre.client.unitFile(await running.centre.token(`demo-${unit}`), PLACE, unit);
    return file.ok ? file.body.submissions : [];
  };

  test('offline it still checks; the report is queued, and sent when the network is back', async () => {
    const pane = await opened('DV02');
    await pane.page.setOfflineMode(true);
    await pane.host.fill('CT_A_05', 99_999);
    await pane.see('lỗi phải sửa');
    await pane.host.fill('CT_A_05', pane.host.value('CT_K_02') as number);
    await pane.see('Có thể nộp báo cáo.');
    await pane.host.press('nopBaoCao');
    await pane.see('Báo cáo đang chờ gửi');
    await pane.see('1 báo cáo đang chờ gửi');
    expect(await submissions('DV02')).toEqual([]);
    await pane.page.setOfflineMode(false);
    await pane.see('KG-2024-H1-DV02-01', 20);
    await pane.notSee('đang chờ gửi');
    expect(await submissions('DV02')).toMatchObject([{ state: 'submitted', revision: 1 }]);
    expect(pane.errors).toEqual([]);
    expect(pane.host.refusals).toEqual([]);
    await pane.close();
  });

  test('what waited when Excel was closed is sent at the next opening', async () => {
    const pane = await opened('DV03');
    await pane.page.setOfflineMode(true);
    await pane.host.press('nopBaoCao');
    await pane.see('Báo cáo đang chờ gửi');
    await pane.host.reload();
    const { host, context } = pane;
    const again = await openPane({
      browser: running.browser,
      centre: running.centre,
      workbook: new Uint8Array(),
      period: '2024-H1',
      host,
      context,
    });
    await again.see('KG-2024-H1-DV03-01', 20);
    expect(await submissions('DV03')).toHaveLength(1);
    await again.close();
  });

  test('a report that waits can be cancelled', async () => {
    const pane = await opened('DV04');
    await pane.page.setOfflineMode(true);
    await pane.host.press('nopBaoCao');
    await pane.see('Báo cáo đang chờ gửi');
    await pane.press('Hủy gửi');
    await pane.notSee('1 báo cáo đang chờ gửi');
    await pane.page.setOfflineMode(false);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await submissions('DV04')).toEqual([]);
    await pane.close();
  });

  test('an answer that is lost on its way makes no second report', async () => {
    const pane = await opened('DV05');
    // The centre takes it, and the line breaks before its answer is here.
    await pane.page.evaluate(() => {
      const { send } = XMLHttpRequest.prototype;
      let lost = 0;
      XMLHttpRequest.prototype.send = function (body) {
        if (lost++ === 0) this.onload = () => this.onerror?.(new ProgressEvent('error'));
        send.call(this, body);
      };
    });
    await pane.host.press('nopBaoCao');
    await pane.see('Báo cáo đang chờ gửi');
    expect(await submissions('DV05')).toHaveLength(1);
    await pane.press('Gửi ngay');
    await pane.see('KG-2024-H1-DV05-01');
    expect(await submissions('DV05')).toHaveLength(1);
    await pane.close();
  });

  test('a session that has ended asks for the code once, and the report goes on', async () => {
    const pane = await opened('DV06');
    await pane.page.evaluate(() => {
      let ended = 0;
      // The token is no longer taken at the very moment of sending.
      XMLHttpRequest.prototype.setRequestHeader = ((set) =>
        function (this: XMLHttpRequest, name: string, value: string) {
          set.call(this, name, name === 'authorization' && ended++ === 0 ? 'Bearer gone' : value);
        })(XMLHttpRequest.prototype.setRequestHeader);
    });
    await pane.host.press('nopBaoCao');
    await pane.see('Phiên làm việc đã hết hạn');
    await pane.signIn('demo-DV06');
    await pane.see('KG-2024-H1-DV06-01');
    expect(await submissions('DV06')).toHaveLength(1);
    await pane.close();
  });
});

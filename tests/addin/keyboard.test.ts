// Without a mouse and without seeing: Tab comes to everything in the order in which it is read, a new screen takes the focus to its
// heading and gives it back, a check never takes it away, and what has happened is said aloud.

// biome-ignore-all lint/performance/useDomNodeTextContent: what is seen counts, not what stands in the tree
import type { Browser, Page } from 'puppeteer-core';
import { chromium, launchChromium } from '../excel-host/page/chromium';
import { type RunningCentre, startCentre } from '../setup/running-centre';
import { sample } from '../setup/samples';
import { describeWith } from '../setup/tools';
import { type OpenPane, openPane } from './pane-in-excel';
import { type Stage, serveScreens, showScreen } from './screens';
import { SCREEN_NAMES, SCREENS, type ScreenName, type Shown } from './screens-list';

const inFront = SCREEN_NAMES.filter((name) => (SCREENS as Record<string, Shown>)[name]?.screen);

const focusedOn = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    return element && element !== document.body ? (element as HTMLElement).innerText.trim() || element.tagName : '';
  });

describeWith(chromium(), 'every screen by keyboard', () => {
  let browser: Browser;
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    [browser, stage] = await Promise.all([launchChromium(), serveScreens()]);
    page = await browser.newPage();
    await page.setViewport({ width: 350, height: 500 });
    await stage.open(page);
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });

  test.each(SCREEN_NAMES)('%s: Tab comes to everything, in reading order, and is seen there', async (name) => {
    await showScreen(page, name, 'vi');
    // From now on the browser shows where the focus is.
    await page.keyboard.press('Tab');
    const all = await page.evaluate(numbered);
    const visited: number[] = [];
    for (let i = 0; i < all; i++) {
      const { number, visible } = await page.evaluate(whereFocusIs);
      visited.push(number);
      expect({ at: await focusedOn(page), visible }).toMatchObject({ visible: true });
      await page.keyboard.press('Tab');
    }
    expect(visited).toEqual(Array.from({ length: all }, (_, i) => i));
  });

  /** Tab has left the page for the browser: somebody who presses something in it is back. */
  const back = () => page.mouse.click(2, 2);

  test.each(inFront)('%s: its heading has the focus', async (name: ScreenName) => {
    await back();
    await showScreen(page, name, 'vi');
    const { tag, inCard } = await page.evaluate(() => ({
      tag: document.activeElement?.tagName,
      inCard: document.activeElement?.parentElement?.matches('section.card'),
    }));
    expect({ tag, inCard }).toEqual({ tag: 'H2', inCard: true });
  });

  test('a screen that comes by itself does not take the focus from where it is outside the page', async () => {
    await page.evaluate(() => Object.defineProperty(document, 'hasFocus', { value: () => false, configurable: true }));
    await showScreen(page, 'receipt', 'vi');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await page.evaluate(() => Reflect.deleteProperty(document, 'hasFocus'));
  });

  test('a screen that is closed gives the focus to what it leaves behind', async () => {
    await showScreen(page, 'receipt', 'vi');
    await page.evaluate(() => document.querySelector<HTMLElement>('.receipt button:last-child')!.focus());
    await page.keyboard.press('Enter');
    await page.waitForSelector('.verdict');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('Tab');
    expect(await focusedOn(page)).toBe('Nộp báo cáo');
  });

  test('the first Tab stop leads past the head', async () => {
    await showScreen(page, 'errors', 'vi');
    await page.evaluate(() => document.querySelector<HTMLElement>('.skip')!.focus());
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focusedOn(page)).toBe('Nộp báo cáo');
  });

  test('a code that is not taken leaves the focus in the field, which says why', async () => {
    await showScreen(page, 'needs-sign-in', 'vi');
    await page.focus('input[type=password]');
    await page.keyboard.type('demo-DV0x');
    await page.focus('form .primary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.wrong[role=alert]');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    const described = await page.evaluate(() =>
      document
        .activeElement!.getAttribute('aria-describedby')!
        .split(' ')
        .map((id) => document.getElementById(id)?.innerText),
    );
    expect(described).toEqual([
      expect.stringContaining('mã truy cập Ban Tuyên giáo đã cấp'),
      expect.stringContaining('Kiểm tra lại mã truy cập'),
    ]);
    expect(await page.$eval('input[type=password]', (field) => field.getAttribute('aria-invalid'))).toBe('true');
  });
});

describeWith(chromium(), 'the pane in Excel by keyboard', () => {
  let browser: Browser;
  let centre: RunningCentre;
  let pane: OpenPane;
  beforeAll(async () => {
    [browser, centre] = await Promise.all([launchChromium(), startCentre()]);
    pane = await openPane({ browser, centre, workbook: sample('2024-H1', 'DV01'), period: '2024-H1' });
    await pane.signIn('demo-DV01');
    await pane.see('Có thể nộp báo cáo.');
  });
  afterAll(async () => {
    await browser?.close();
    await centre?.stop();
  });
  afterEach(() => {
    expect(pane.errors).toEqual([]);
    expect(pane.host.refusals).toEqual([]);
  });

  /** What stands there to be seen, and what is only read out. */
  const status = () =>
    pane.page.$$eval('[role=status]', (regions) => regions.map((region) => (region as HTMLElement).innerText.trim()));
  const heard = async (words: string | RegExp) => {
    await pane.page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll<HTMLElement>('[role=status]')].some((region) =>
          new RegExp(wanted).test(region.innerText),
        ),
      {},
      words instanceof RegExp ? words.source : words,
    );
    return status();
  };

  test('Enter on a line selects its cell', async () => {
    await pane.host.fill('CT_A_17', '45 người');
    await pane.see('Còn 1 lỗi phải sửa');
    await pane.page.focus('.actions.main .primary');
    for (let i = 0; i < 12 && !/^ChiTieu!D28/.test(await focusedOn(pane.page)); i++)
      await pane.page.keyboard.press('Tab');
    await pane.page.keyboard.press('Enter');
    await pane.untilSelected('ChiTieu!D28');
    expect(await focusedOn(pane.page)).toMatch(/^ChiTieu!D28/);
  });

  test('a check while somebody types an explanation takes neither focus nor words', async () => {
    await pane.host.fill('CT_A_17', 40);
    await pane.host.fill('CT_A_05', 120);
    await pane.see('1 cảnh báo cần giải trình');
    await pane.page.focus('textarea');
    await pane.page.keyboard.type('Một số đảng viên');
    // Somebody else in the workbook: a list grows above the field, then goes.
    await pane.host.fill('CT_A_17', '45 người');
    await pane.see('Còn 1 lỗi phải sửa');
    await pane.page.keyboard.type(' đi học');
    await pane.host.fill('CT_A_17', 41);
    await pane.notSee('lỗi phải sửa');
    await pane.page.keyboard.type(' dài hạn.');
    expect(await pane.page.$eval('textarea', (field) => field === document.activeElement && field.value)).toBe(
      'Một số đảng viên đi học dài hạn.',
    );
    await pane.page.keyboard.press('Tab');
    expect(await focusedOn(pane.page)).toBe('Ghi giải trình');
    await pane.page.keyboard.press('Enter');
    await pane.see('Có thể nộp báo cáo.');
    expect(pane.host.value('GT_A_06')).toBe('Một số đảng viên đi học dài hạn.');
  });

  test('the verdict is a live region that stays while its words change', async () => {
    await pane.page.$eval('.verdict', (verdict) => verdict.setAttribute('data-same', 'yes'));
    expect(await pane.page.$eval('.verdict', (verdict) => verdict.getAttribute('aria-live'))).toBe('polite');
    await pane.host.fill('CT_A_17', '45 người');
    await pane.see('Còn 1 lỗi phải sửa');
    expect(await pane.page.$eval('.verdict', (verdict) => verdict.getAttribute('data-same'))).toBe('yes');
  });

  test('what was done is said in the live region', async () => {
    await pane.host.press('nopBaoCao');
    expect(await heard('Chưa nộp được')).toContain('Chưa nộp được. Xử lý các mục dưới đây rồi nộp lại.');
    await pane.host.fill('CT_A_17', "'41\u00a0");
    await pane.see('Chuẩn hóa (1)');
    await pane.page.focus('.actions.main button:last-child');
    await pane.page.keyboard.press('Enter');
    await pane.see('Ghi lại 1 ô');
    expect(await focusedOn(pane.page)).toBe('Chuẩn hóa ô');
    await pane.page.keyboard.press('Tab');
    await pane.page.keyboard.press('Enter');
    expect(await heard('ghi lại')).toContain('Đã ghi lại 1 ô.');
    expect(await pane.page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  test('while it is sent each step is said, and the receipt has the focus', async () => {
    await pane.see('Có thể nộp báo cáo.');
    await pane.page.evaluate(() => {
      const steps: string[] = [];
      Object.assign(window, { steps });
      new MutationObserver(() => {
        const live = document.querySelector<HTMLElement>('section.card > [aria-live]');
        if (live && steps.at(-1) !== live.innerText) steps.push(live.innerText);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await pane.page.focus('.actions.main .primary');
    await pane.page.keyboard.press('Enter');
    await pane.see('KG-2024-H1-DV01-01');
    expect(await focusedOn(pane.page)).toBe('Biên nhận');
    const steps = await pane.page.evaluate(() => (window as unknown as { steps: string[] }).steps);
    expect(steps).toEqual(expect.arrayContaining(['Kiểm tra lần cuối', 'Lấy tệp từ Excel', 'Gửi lên hệ thống']));
  });

  test('who explains one warning goes on at the next, not from the top', async () => {
    await pane.press('Đóng');
    await pane.host.fill('GT_A_06', '');
    await pane.host.fill('CT_A_13', 58);
    await pane.see('2 cảnh báo cần giải trình');
    await pane.page.focus('.warning textarea');
    await pane.page.keyboard.type('Một số đảng viên đi học dài hạn.');
    await pane.page.keyboard.press('Tab');
    await pane.page.keyboard.press('Enter');
    await pane.see('1 cảnh báo cần giải trình');
    expect(await focusedOn(pane.page)).toMatch(/^ChiTieu!D24/);
  });
});

/** Runs in the page: numbers all that Tab should come to, in reading order, and puts the focus on the first. */
function numbered(): number {
  const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, summary')].filter(
    (element) => !element.matches(':disabled') && element.checkVisibility({ contentVisibilityAuto: true }),
  );
  for (const [i, element] of all.entries()) element.dataset.tab = String(i);
  all[0]?.focus();
  return all.length;
}

/** Runs in the page. */
function whereFocusIs(): { number: number; visible: boolean } {
  const element = document.activeElement as HTMLElement;
  const shown = element.matches('input.unseen') ? (element.nextElementSibling as HTMLElement) : element;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  const { right, left, width } = shown.getBoundingClientRect();
  const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
  return {
    number: Number(element.dataset.tab ?? -1),
    visible: outlined && width > 1 && right > 0 && left < innerWidth && right <= innerWidth + 1,
  };
}

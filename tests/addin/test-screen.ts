// A page as a person uses it: waits for words to be seen, presses what bears a name, types into what bears a label. Fails with
// what the screen shows instead.

// biome-ignore-all lint/performance/useDomNodeTextContent: what is seen counts, not what stands in the tree
import type { Page } from 'puppeteer-core';
import { until } from '../setup/until';

export interface TestScreen {
  text(): Promise<string>;
  /** Waits until the words stand on the screen. */
  see(words: string | RegExp, seconds?: number): Promise<void>;
  /** Waits until they no longer do. */
  notSee(words: string | RegExp): Promise<void>;
  /** A button or link by the beginning of its words. */
  press(name: string): Promise<void>;
  fill(label: string, text: string): Promise<void>;
  signIn(code: string): Promise<void>;
}

export function screenOf(page: Page): TestScreen {
  const text = () => page.evaluate(() => document.body.innerText);
  const shows = (shown: string, words: string | RegExp): boolean =>
    typeof words === 'string' ? shown.includes(words) : words.test(shown);
  const untilText = async (wanted: (shown: string) => boolean, what: string, seconds?: number): Promise<void> => {
    let shown = '';
    const holds = async (): Promise<boolean> => {
      shown = await text().catch(() => '');
      return wanted(shown);
    };
    await until(holds, () => `${what}. The screen shows:\n${shown}`, seconds);
  };
  const screen: TestScreen = {
    text,
    see: (words, seconds) => untilText((shown) => shows(shown, words), `Not seen: ${words}`, seconds),
    notSee: (words) => untilText((shown) => !shows(shown, words), `Still seen: ${words}`),
    async press(name) {
      await screen.see(name);
      const pressed = await page.evaluate((wanted) => {
        const named = [...document.querySelectorAll<HTMLElement>('button, a, summary, label.button')].find((element) =>
          element.innerText.trim().startsWith(wanted),
        );
        named?.click();
        return named !== undefined;
      }, name);
      if (!pressed) throw new Error(`No button: ${name}. The screen shows:\n${await text()}`);
    },
    async fill(label, typed) {
      await screen.see(label);
      const field = await page.evaluateHandle((wanted) => {
        const named = [...document.querySelectorAll('label')].find((one) => one.innerText.trim() === wanted);
        return (named && document.getElementById(named.htmlFor)) ?? null;
      }, label);
      const element = field.asElement() as import('puppeteer-core').ElementHandle<HTMLInputElement> | null;
      if (!element) throw new Error(`No field: ${label}`);
      await element.click({ clickCount: 3 });
      await element.type(typed);
    },
    async signIn(code) {
      await screen.fill('Mã truy cập', code);
      await page.keyboard.press('Enter');
    },
  };
  return screen;
}

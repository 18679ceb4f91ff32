// The ribbon's buttons: a press calls the add-in's function by name (event 39) and waits until it says that it is done
// (dispatch 94). Excel greys the add-in's buttons out until then, so an add-in that never says so fails here.

import type { PageLink } from './page-link';
import { ribbonButtons } from './requirements';

const COMMAND_EVENT = 39;
const PATIENCE_MS = 5_000;

export class Ribbon {
  private readonly pressed = new Map<string, (problem?: Error) => void>();
  private next = 1;

  constructor(private readonly link: PageLink) {}

  /** Rejects where manifest.xml has no such button, the page no such function, or the function does not end in time. */
  async press(name: string, patience = PATIENCE_MS): Promise<void> {
    const button = ribbonButtons().get(name);
    if (!button) throw new Error(`manifest.xml has no button that calls ${name}`);
    await this.link.untilListening(COMMAND_EVENT, patience);
    const id = `press-${this.next++}`;
    return new Promise((resolve, reject) => {
      const settle = (problem?: Error): void => {
        clearTimeout(timer);
        this.pressed.delete(id);
        if (problem) reject(problem);
        else resolve();
      };
      const timer = setTimeout(() => settle(new Error(`${name}: event.completed() was not called`)), patience);
      this.pressed.set(id, settle);
      this.link.raise(COMMAND_EVENT, [id, name, JSON.stringify({ source: { id: button } })]);
    });
  }

  completed(id: unknown, status: unknown): void {
    const problem = status === 0 ? undefined : new Error(`The page has no function for this button (error ${status})`);
    this.pressed.get(String(id))?.(problem);
  }
}

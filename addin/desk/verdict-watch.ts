// A report that is stored and not yet judged is asked after, less and less often, until it is.

import type { Receipt } from '../../templates/receipt/receipt';

const FIRST_MS = 15_000;
const LONGEST_MS = 600_000;

export class VerdictWatch {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pause = FIRST_MS;

  constructor(private readonly ask: () => void) {}

  /** As the centre has it now. */
  seen(newest: Receipt | undefined): void {
    this.stop();
    if (newest?.state !== 'received') {
      this.pause = FIRST_MS;
      return;
    }
    this.timer = setTimeout(this.ask, this.pause);
    this.pause = Math.min(LONGEST_MS, 2 * this.pause);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}

// The line between the host and the page that runs in it, whichever way it runs: events go out, and it is known what the page
// listens to. One page at a time, as Excel has one runtime for the add-in.

/** A page that runs in the host. */
export interface HostPage {
  /** Calls the handler that the page's library registered for a dispatch id. */
  raise(dispatch: number, payload: unknown): void;
  close(): Promise<void>;
}

export class PageLink {
  private page: HostPage | undefined;
  private readonly listening = new Set<number>();
  private readonly waiting = new Set<() => void>();

  /** Before the page's own scripts run. */
  attach(page: HostPage): void {
    this.listening.clear();
    this.page = page;
  }

  async detach(): Promise<void> {
    const page = this.page;
    this.page = undefined;
    this.listening.clear();
    await page?.close();
  }

  raise(dispatch: number, payload: unknown): void {
    if (this.listening.has(dispatch)) this.page?.raise(dispatch, payload);
  }

  /** The page's library has registered for an event. */
  listens(dispatch: number): void {
    this.listening.add(dispatch);
    for (const look of this.waiting) look();
  }

  /** Rejects where no page is open, or it does not come so far in time. */
  untilListening(dispatch: number, patience: number): Promise<void> {
    if (!this.page) return Promise.reject(new Error('No page is open in the host: the add-in does not run'));
    return new Promise((resolve, reject) => {
      const fail = (): void =>
        settle(() => reject(new Error(`Office.js did not start in the page within ${patience} ms`)));
      const look = (): void => {
        if (this.listening.has(dispatch)) settle(resolve);
      };
      const settle = (end: () => void): void => {
        clearTimeout(timer);
        this.waiting.delete(look);
        end();
      };
      const timer = setTimeout(fail, patience);
      this.waiting.add(look);
      look();
    });
  }
}

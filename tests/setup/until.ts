// Waits for what comes by itself, in a page, a process or Excel, and says what did not come. A test never sleeps for a while and
// hopes.

const PAUSE_MS = 40;

/**
 * Resolves as soon as it holds.
 * @param what is awaited, for the error; called once it has not come, so that it may tell what was there instead
 */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what: string | (() => string),
  seconds = 25,
): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(typeof what === 'string' ? what : what());
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

// Where the local host and the functions it runs write what happens: one line each, errors and warnings to stderr. The
// library's own chatter (trace, debug) is dropped.

/** `category` is `user` for what a function logs, `system` for the host. */
export type HostLog = (level: string, category: string, message: string) => void;

export const consoleLog: HostLog = (level, category, message) => {
  if (level === 'trace' || level === 'debug') return;
  const line = `${level === 'information' ? '' : `${level}: `}${category === 'user' ? '' : '[host] '}${message}`;
  if (level === 'information') console.log(line);
  else console.error(line);
};

/** An error with its stack, as text. */
export function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

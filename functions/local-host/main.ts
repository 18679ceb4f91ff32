// The local host as a program: `node dist/host.cjs` runs the bundle beside it, functions.cjs. Settings come from the
// environment: PORT (default 7071), AzureWebJobsStorage, and whatever the app reads. With `--functions` it prints the
// app's function table as JSON and leaves. Ctrl-C or SIGTERM finishes what is in work; a second one does not wait.

import { join } from 'node:path';
import { describeApp, startHost } from './host';
import { traceOf } from './log';

const appFile = join(__dirname, 'functions.cjs');

async function main(): Promise<void> {
  if (process.argv.includes('--functions')) {
    const table = await describeApp({ appFile, log: () => {} });
    // Leaves by itself once written: whatever the app opened while loading must not keep the process.
    process.stdout.write(`${JSON.stringify(table, null, 2)}\n`, () => process.exit(0));
    return;
  }
  const host = await startHost({ appFile, port: Number(process.env.PORT ?? 7071) });
  console.log(`Listening on ${host.url} with ${host.functions.length} functions`);

  let leaving = false;
  const leave = async () => {
    if (leaving) process.exit(130);
    leaving = true;
    await host.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void leave().catch(fail));
}

function fail(error: unknown): void {
  console.error(traceOf(error));
  process.exit(1);
}

main().catch(fail);

// `npm start`: everything on this machine. Storage emulator, the functions, and where the store is empty the sample units'
// reports sent in through the real HTTP door, until the master workbook lies in `out/`. Ctrl-C stops it all.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Emulator, startEmulator } from './emulator';
import { startHost } from './host';
import { seed } from './seed';

const ROOT = resolve(__dirname, '..');

async function main(): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  say('Đang khởi động kho lưu trữ mô phỏng… Starting the storage emulator…');
  const emulator = await startEmulator({ location: process.env.KHOA_GIAO_DATA ?? join(ROOT, '.data', 'azurite') });
  process.env.AzureWebJobsStorage = emulator.connectionString;
  process.env.AZURE_FUNCTIONS_ENVIRONMENT ??= 'Development';
  const host = await startHost({
    appFile: join(__dirname, 'functions.cjs'),
    port: Number(process.env.PORT ?? 7071),
  }).catch(async (error: unknown) => {
    await emulator.stop();
    throw error;
  });
  stopOnSignal(host, emulator, say);
  say(`Hệ thống chạy tại ${host.url}/api/health · The centre runs at ${host.url}`);
  const samples = join(ROOT, 'templates', 'forms', 'khoa-giao', '2024.1', 'samples');
  if (existsSync(samples))
    await seed({ url: host.url, samples, out: process.env.KHOA_GIAO_OUT ?? join(ROOT, 'out'), say });
  say('Mã truy cập thử: demo-DV01 … demo-DV12 (đơn vị), demo-BAN (Ban). Demo codes: demo-DV01 … demo-DV12, demo-BAN.');
  say(`Trang nộp: ${host.url}/nop · The upload page`);
  say('Bấm Ctrl-C để dừng. Ctrl-C stops everything.');
}

function stopOnSignal(host: { close(): Promise<void> }, emulator: Emulator, say: (line: string) => void): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(130);
    stopping = true;
    say('\nĐang dừng… Stopping…');
    await host.close();
    await emulator.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}

main().catch((error: unknown) => {
  const port = (error as { code?: string }).code === 'EADDRINUSE';
  if (port)
    console.error(
      'Cổng đang được dùng; đặt PORT khác, ví dụ: PORT=7072 npm start. The port is taken; choose another with PORT.',
    );
  else console.error(error);
  process.exit(1);
});

// The sample units hand in their reports as real units would: sign in, submit, read the receipt; then the board fetches
// the master. Only over HTTP, and only where nobody has reported yet.

import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { cellKey, columnOf, rowOf } from '../../templates/cell/cell';
import type { Receipt } from '../../templates/receipt/receipt';
import { periodLabel } from '../../templates/reporting-period/period-code';
import { readWorkbook } from '../xlsx/read-workbook';

export interface SeedOptions {
  readonly url: string;
  /** A folder with one folder a period, in it one workbook a unit, named by its code. */
  readonly samples: string;
  readonly out: string;
  readonly say: (line: string) => void;
}

const FORM = 'khoa-giao';
const BOARD = 'demo-BAN';

export async function seed({ url, samples, out, say }: SeedOptions): Promise<void> {
  const board = await session(url, BOARD);
  const tokens = new Map<string, string>();
  for (const period of readdirSync(samples).sort()) {
    const base = `${url}/api/forms/${FORM}/periods/${period}`;
    const status = (await (await call(`${base}/status`, board)).json()) as { units: { revision: number }[] };
    if (status.units.every((u) => u.revision === 0)) {
      const files = readdirSync(join(samples, period))
        .filter((f) => f.endsWith('.xlsx'))
        .sort();
      say(
        `Nộp ${files.length} báo cáo mẫu ${periodLabel(period)}… Submitting ${files.length} sample reports for ${period}…`,
      );
      for (const file of files) await submit(base, join(samples, period, file), tokens, url, say);
    }
    await fetchMaster(base, period, board, out, say);
  }
}

async function submit(
  base: string,
  file: string,
  tokens: Map<string, string>,
  url: string,
  say: (line: string) => void,
): Promise<void> {
  const unit = basename(file, '.xlsx');
  const token = tokens.get(unit) ?? (await session(url, `demo-${unit}`));
  tokens.set(unit, token);
  const answer = await call(`${base}/submissions`, token, {
    method: 'POST',
    body: new Uint8Array(readFileSync(file)),
    headers: { 'idempotency-key': randomUUID(), 'content-type': 'application/octet-stream' },
  });
  const receipt = (await answer.json()) as Receipt & { detail?: string };
  if (answer.status !== 201 && answer.status !== 202) say(`  ${unit}: ${answer.status} ${receipt.detail ?? ''}`);
}

async function fetchMaster(
  base: string,
  period: string,
  board: string,
  out: string,
  say: (line: string) => void,
): Promise<void> {
  const answer = await call(`${base}/master?fresh=1`, board);
  if (!answer.ok) throw new Error(`The master of ${period} was answered with ${answer.status}: ${await answer.text()}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  mkdirSync(out, { recursive: true });
  const file = join(out, `tong-hop-${FORM}-${period}.xlsx`);
  writeFileSync(file, bytes);
  const { units, indicators, totals } = await count(bytes);
  say(
    `${periodLabel(period)}: ${units} đơn vị, ${indicators} chỉ tiêu, ${totals} số tổng hợp → ${relative('.', file)}`,
  );
  say(`${period}: ${units} units, ${indicators} indicators, ${totals} totals`);
}

/** Counted in the workbook itself, as a reader of it would. */
async function count(bytes: Uint8Array): Promise<{ units: number; indicators: number; totals: number }> {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(`The master cannot be read: ${read.refusal.code}`);
  const cellsOf = (name: string) => read.workbook.sheets.find((s) => s.name === name)!.cells;
  const units = [...cellsOf('TheoDonVi').keys()].filter((k) => columnOf(k) === 1 && rowOf(k) > 1).length;
  const totals = cellsOf('TongHop');
  const rows = [...totals]
    .filter(([key, cell]) => columnOf(key) === 1 && /^[A-Z]\.\d{2}$/.test(String(cell.value)))
    .map(([key]) => rowOf(key));
  const filled = rows.filter((row) => typeof totals.get(cellKey(row, 4))?.value === 'number');
  return { units, indicators: rows.length, totals: filled.length };
}

async function session(url: string, code: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  if (!answer.ok) throw new Error(`Could not sign in with ${code}: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { token: string }).token;
}

function call(url: string, token: string, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });
}

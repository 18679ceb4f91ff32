// After the last kill, when everything has settled: what was promised, asked for again over HTTP, and the rows behind it
// counted. Every broken promise is a finding; a sound centre has none.

import { createHash } from 'node:crypto';
import { connect } from '../../../addin/centre';
import {
  eventOf,
  headKey,
  headOf,
  partitionOf,
  type SubmissionEvent,
} from '../../../functions/receive/submission-rows';
import type { Store } from '../../../functions/store/store';
import { readWorkbook } from '../../../functions/xlsx/read-workbook';
import { columnOf, rowOf } from '../../../templates/cell/cell';
import type { Receipt } from '../../../templates/receipt/receipt';
import { type Client, PLACE, type Try } from './kill-clients';

export interface Finding {
  readonly kind: 'lost' | 'changed' | 'corrupt' | 'duplicate' | 'unsettled' | 'master' | 'status';
  readonly detail: string;
}

export interface Settled {
  readonly api: string;
  readonly board: string;
  readonly store: Store;
  readonly clients: readonly Client[];
}

export async function check({ api, board, store, clients }: Settled): Promise<Finding[]> {
  const findings: Finding[] = [];
  const centre = connect(api);
  const latest = new Map<string, SubmissionEvent>();
  for (const client of clients) {
    const keys = await keysOf(store, client.unit);
    const events = await eventsOf(store, client.unit);
    findings.push(...(await checkRows(store, client, keys, events)));
    for (const one of client.tries.filter(({ receipts }) => receipts.length > 0)) {
      if (keys.has(one.key)) findings.push(...(await checkTry(centre, board, client, one)));
      else findings.push({ kind: 'lost', detail: `${one.receipts[0]!.id}, key ${one.key}` });
    }
    const counted = events.filter((event) => event.state === 'submitted').at(-1);
    if (counted) latest.set(client.unit, counted);
  }
  findings.push(...(await checkMaster(centre, board, latest)), ...(await checkStatus(api, board, latest)));
  return findings;
}

/** One report of which a receipt was given out. */
async function checkTry(
  centre: ReturnType<typeof connect>,
  board: string,
  client: Client,
  one: Try,
): Promise<Finding[]> {
  const [first, ...others] = one.receipts as [Receipt, ...Receipt[]];
  const what = `${first.id}, key ${one.key}`;
  const changed = others.find((receipt) => facts(receipt) !== facts(first));
  if (changed) return [{ kind: 'changed', detail: `${what}: ${facts(first)}, then ${facts(changed)}` }];
  const kept = await centre.submission(board, first.id);
  if (!kept.ok) return [{ kind: 'lost', detail: `${what}: ${kept.problem.status}` }];
  if (facts(kept.body) !== facts(first) || kept.body.sha256 !== one.sha256)
    return [{ kind: 'changed', detail: `${what}: ${facts(first)} is now ${facts(kept.body)}` }];
  if (kept.body.state !== 'submitted') return [{ kind: 'unsettled', detail: `${what}: ${kept.body.state}` }];
  const original = await centre.original(board, first.id);
  if (!original.ok || createHash('sha256').update(original.body).digest('hex') !== one.sha256)
    return [{ kind: 'corrupt', detail: `${what}: the original` }];
  const again = await client.attempt(one);
  if (!again || facts(again) !== facts(first))
    return [{ kind: 'changed', detail: `${what}: sent again, ${again ? facts(again) : 'no receipt'}` }];
  return [];
}

/** What of a receipt never changes. */
const facts = ({ id, number, unit, revision, receivedAt, sha256 }: Receipt): string =>
  [id, number, unit, revision, receivedAt, sha256.slice(0, 12)].join(' ');

/** The keys that have a report, and its revision. */
async function keysOf(store: Store, unit: string): Promise<Map<string, number>> {
  const keys = new Map<string, number>();
  const query = { partition: partitionOf(PLACE), from: `k~${unit}~`, before: `k~${unit}~~` };
  for await (const row of store.rows.query(query)) keys.set(row.row.split('~')[2]!, Number(row.values.revision));
  return keys;
}

async function eventsOf(store: Store, unit: string): Promise<SubmissionEvent[]> {
  const events: SubmissionEvent[] = [];
  const query = { partition: partitionOf(PLACE), from: `e~${unit}~`, before: `e~${unit}~~` };
  for await (const row of store.rows.query(query)) events.push(eventOf(row));
  return events;
}

/** One report a key, numbered without a gap, and none that nobody sent. */
async function checkRows(
  store: Store,
  { unit, tries }: Client,
  keys: ReadonlyMap<string, number>,
  events: readonly SubmissionEvent[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const bad = (kind: Finding['kind'], detail: string): void =>
    void findings.push({ kind, detail: `${unit}: ${detail}` });
  if (keys.size !== events.length || new Set(keys.values()).size !== keys.size)
    bad('duplicate', `${events.length} reports for ${keys.size} keys`);
  if (events.some((event, i) => event.revision !== i + 1)) bad('duplicate', 'revisions are not 1, 2, 3…');
  for (const [key, revision] of keys) {
    const sent = tries.find((one) => one.key === key);
    const event = events.find((one) => one.revision === revision);
    if (!sent || sent.sha256 !== event?.sha256) bad('corrupt', `revision ${revision} is not what key ${key} sent`);
  }
  for (const event of events)
    if (event.state !== 'submitted') bad('unsettled', `revision ${event.revision} is ${event.state}`);
  const head = headOf(await store.rows.get(partitionOf(PLACE), headKey(unit)));
  if (head.latest !== events.length || head.counted !== events.length)
    bad('duplicate', `${events.length} reports, head ${head.latest}, counted ${head.counted}`);
  return findings;
}

/** The sheet of sources names, for each unit, the latest report that passed. */
async function checkMaster(
  centre: ReturnType<typeof connect>,
  board: string,
  latest: ReadonlyMap<string, SubmissionEvent>,
): Promise<Finding[]> {
  const master = await centre.master(board, PLACE, true);
  if (!master.ok) return [{ kind: 'master', detail: `${master.problem.status} ${master.problem.code}` }];
  const read = await readWorkbook(master.body);
  const cells = read.ok ? read.workbook.sheets.find((sheet) => sheet.name === 'Nguon')?.cells : undefined;
  const rows = new Map<number, Map<number, unknown>>();
  for (const [key, cell] of cells ?? []) {
    const row = rows.get(rowOf(key)) ?? new Map<number, unknown>();
    rows.set(rowOf(key), row.set(columnOf(key), cell.value));
  }
  const held = [...rows.values()].filter((row) => /^DV\d+$/.test(String(row.get(1))));
  const shown = held.map((row) => `${row.get(1)} ${row.get(3)} ${row.get(5)}`).sort();
  const due = [...latest.values()].map(({ unit, revision, sha256 }) => `${unit} ${revision} ${sha256}`).sort();
  return shown.join() === due.join() ? [] : [{ kind: 'master', detail: `holds ${shown.join()}; due ${due.join()}` }];
}

async function checkStatus(
  api: string,
  board: string,
  latest: ReadonlyMap<string, SubmissionEvent>,
): Promise<Finding[]> {
  const url = `${api}/forms/${PLACE.form}/periods/${PLACE.period}/status`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${board}` } });
  const { units, received } = (await response.json()) as {
    received: number;
    units: readonly { unit: string; state: string; revision: number; counted: number }[];
  };
  const findings = units.flatMap(({ unit, state, revision, counted }): Finding[] => {
    const due = latest.get(unit)?.revision ?? 0;
    const good = revision === due && counted === due && state === (due > 0 ? 'submitted' : 'missing');
    return good ? [] : [{ kind: 'status', detail: `${unit}: ${state} ${revision} ${counted}, due ${due}` }];
  });
  if (received !== latest.size) findings.push({ kind: 'status', detail: `${received} received, due ${latest.size}` });
  return findings;
}

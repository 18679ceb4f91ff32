// Every storage call of two uploads, their checking and the sweeper fails in turn, once or for good, before or after it took
// effect: call 1, 2, 3 … until a run passes with no fault hit (the way of sqlite.org/testing.html). What was promised holds
// each time.

import { createHash } from 'node:crypto';
import { accept } from '../../../functions/receive/accept';
import { findReceipt } from '../../../functions/receive/find-receipt';
import { processSubmission } from '../../../functions/receive/process-submission';
import {
  eventOf,
  headKey,
  headOf,
  originalPath,
  partitionOf,
  type SubmissionEvent,
  type SubmissionRef,
  valuesPath,
} from '../../../functions/receive/submission-rows';
import { sweep } from '../../../functions/receive/sweep';
import { type MemoryStore, openMemoryStore } from '../../../functions/store/memory-store';
import type { Store } from '../../../functions/store/store';
import type { Receipt } from '../../../templates/receipt/receipt';
import type { Submission } from '../../../templates/submission/submission';
import { realPeriod } from '../../setup/real-form';
import { type Fault, faultyStore } from './faulty-store';
import { passingExaminer } from './passing-examiner';

const PLACE = { form: 'khoa-giao', period: '2024-H1', unit: 'DV01' };
const FORM = realPeriod(PLACE.period);
const KEYS = ['first', 'second'] as const;
const MOST_CALLS = 200;
const START = Date.parse('2024-07-01T02:00:00Z');

const bytesOf = (key: string): Buffer => Buffer.from(`the ${key} report`);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

class World {
  readonly desk = { examiner: passingExaminer(), forms: [FORM.definition] };
  readonly receipts = new Map<string, Receipt>();
  readonly masters: unknown[] = [];
  private now = START;
  readonly memory: MemoryStore = openMemoryStore({ now: () => this.now });

  /** As the door does it: stored, checked, and only then a receipt. */
  async upload(store: Store, key: string): Promise<void> {
    this.now += 1000;
    const upload = {
      ...PLACE,
      bytes: bytesOf(key),
      idempotencyKey: key,
      receivedAt: new Date(this.now).toISOString(),
    };
    const accepted = await accept(store, upload, () => undefined);
    if (!('ref' in accepted)) throw new Error(`${key}: ${accepted.kind}`);
    await processSubmission({ store, ...this.desk }, accepted.ref).catch(() => undefined);
    const found = await findReceipt(store, FORM, accepted.ref, 'vi');
    if (!found) throw new Error(`${key}: no receipt`);
    const earlier = this.receipts.get(key);
    if (earlier) expect(facts(found.receipt)).toEqual(facts(earlier));
    this.receipts.set(key, found.receipt);
  }

  /** The queue; a message whose work failed comes again later. */
  async drain(store: Store): Promise<void> {
    this.now += 60_000;
    this.masters.push(...this.memory.queues.takeAll('masters'));
    for (const message of this.memory.queues.takeAll('submissions')) {
      const done = await settled(processSubmission({ store, ...this.desk }, message as SubmissionRef));
      if (!done) await this.memory.queues.send('submissions', message);
    }
    this.masters.push(...this.memory.queues.takeAll('masters'));
  }

  sweep(store: Store): Promise<unknown> {
    return sweep(store, new Date(this.now), 0);
  }
}

/** Whether it came to its end. An assertion that failed is not a fault. */
async function settled(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if ((error as Error).name !== 'StoreUnavailable') throw error;
    return false;
  }
}

const facts = ({ id, number, revision, receivedAt, sha256: digest }: Receipt) => ({
  id,
  number,
  revision,
  receivedAt,
  digest,
});

const FAULTS: readonly Omit<Fault, 'call'>[] = [
  { when: 'before', kind: 'once' },
  { when: 'after', kind: 'once' },
  { when: 'before', kind: 'dies' },
  { when: 'after', kind: 'dies' },
];

describe.each(FAULTS)('a storage call that fails, $when it took effect, $kind', (fault) => {
  test.each([true, false])('leaves every promise kept (the unit tries again: %s)', async (retries) => {
    let call = 0;
    let hit: string | undefined;
    do {
      call++;
      hit = await run({ ...fault, call }, retries);
    } while (hit !== undefined && call < MOST_CALLS);
    expect(hit).toBeUndefined();
    expect(call).toBeGreaterThan(30);
  });
});

/** @returns the call that failed */
async function run(fault: Fault, retries: boolean): Promise<string | undefined> {
  const world = new World();
  const faulty = faultyStore(world.memory, fault);
  const step = async (work: Promise<unknown>): Promise<void> => {
    await settled(work);
    faulty.restart();
  };
  for (const key of KEYS) await step(world.upload(faulty.store, key));
  await step(world.drain(faulty.store));
  await step(world.sweep(faulty.store));
  await step(world.drain(faulty.store));
  const promised = [...world.receipts.keys()];

  if (retries) for (const key of KEYS) await world.upload(world.memory, key);
  await world.sweep(world.memory);
  await world.drain(world.memory);
  const what = `call ${fault.call}: ${faulty.hit()}`;
  try {
    await check(world, retries ? KEYS : promised);
  } catch (error) {
    throw new Error(`${what}\n${(error as Error).message}`, { cause: error });
  }
  return faulty.hit();
}

async function check({ memory, receipts, masters }: World, promised: readonly string[]): Promise<void> {
  const partition = partitionOf(PLACE);
  const events: SubmissionEvent[] = [];
  for await (const row of memory.rows.query({ partition, from: 'e~', before: 'e~~' })) events.push(eventOf(row));
  const revisions = new Map<string, number>();
  for await (const { row, values } of memory.rows.query({ partition, from: 'k~', before: 'k~~' }))
    revisions.set(row.split('~')[2]!, Number(values.revision));

  // One report a key, numbered without a gap, every one judged, the last one counted.
  expect(events.map(({ revision }) => revision)).toEqual([...revisions.values()].sort());
  expect(events.map(({ revision }) => revision)).toEqual(events.map((_, i) => i + 1));
  expect(events.map(({ state }) => state)).toEqual(events.map(() => 'submitted'));
  const head = headOf(await memory.rows.get(partition, headKey(PLACE.unit)));
  expect(head).toEqual({ latest: events.length, counted: events.length });

  for (const key of promised) {
    const revision = revisions.get(key);
    const found = await findReceipt(memory, FORM, { ...PLACE, revision: revision ?? 0 }, 'vi');
    expect(found?.verdict).toMatchObject({ state: 'submitted', errors: 0 });
    expect(facts(found!.receipt)).toEqual(facts(receipts.get(key)!));
  }
  for (const [key, revision] of revisions) {
    const ref = { ...PLACE, revision };
    const original = await memory.blobs.get(originalPath(ref, sha256(bytesOf(key))));
    expect(original && Buffer.from(original.bytes).toString()).toBe(bytesOf(key).toString());
    const values = await memory.blobs.get(valuesPath(ref));
    expect((JSON.parse(Buffer.from(values!.bytes).toString()) as Submission).revision).toBe(revision);
  }
  if (events.length > 0) expect(masters).toContainEqual({ form: PLACE.form, period: PLACE.period });
}

// Units that send report after report to a host that dies again and again. Each try has its own key and its own bytes; an
// outcome that is unknown is tried again under the same key, or given up and a new one begun. Every receipt is written down.

import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../../../addin/centre';
import type { Chance } from '../../../functions/samples/chance';
import type { Receipt } from '../../../templates/receipt/receipt';
import { sample } from '../../setup/samples';

export const PLACE = { form: 'khoa-giao', period: '2024-Q1' };
const REFUSED_PAUSE_MS = 20;

/** One report on its way. */
export interface Try {
  readonly unit: string;
  readonly key: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
  /** What we were told, each time we were told. */
  readonly receipts: Receipt[];
}

/** Where the host listens now: a promise while it is dead. */
export interface Gate {
  api: Promise<string>;
}

export class Client {
  readonly tries: Try[] = [];
  private stopping = false;
  private running: Promise<void> | undefined;

  constructor(
    readonly unit: string,
    private readonly token: string,
    private readonly gate: Gate,
    private readonly chance: Chance,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Begins no new report, and waits for the last one's receipt. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  /** Sends a report until there is a receipt for it. */
  async sendOne(): Promise<void> {
    const one = this.newTry();
    while (one.receipts.length === 0) await this.attempt(one);
  }

  /** Sends a try again, as it was. */
  async attempt(one: Try): Promise<Receipt | undefined> {
    const centre = connect(await this.gate.api);
    const answer = await centre.submit(this.token, PLACE, one.bytes, one.key).catch(() => undefined);
    if (answer === undefined) {
      // The connection broke or nobody listens: the outcome is unknown.
      await sleep(REFUSED_PAUSE_MS);
      return undefined;
    }
    if (!answer.ok && !answer.problem.receipt && answer.problem.status < 500)
      throw new Error(`${this.unit}: ${answer.problem.status} ${answer.problem.code}`);
    const receipt = answer.ok ? answer.body : answer.problem.receipt;
    if (receipt) one.receipts.push(receipt);
    return receipt;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const one = this.newTry();
      while ((await this.attempt(one)) === undefined) {
        if (!this.stopping && this.chance.happens(25)) break;
      }
    }
  }

  private newTry(): Try {
    const bytes = withComment(sample(PLACE.period, this.unit), `${this.unit} ${this.tries.length + 1}`);
    const hex = (digits: number): string =>
      Array.from({ length: digits }, () => this.chance.int(0, 15).toString(16)).join('');
    const one: Try = {
      unit: this.unit,
      key: `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      receipts: [],
    };
    this.tries.push(one);
    return one;
  }
}

/** Other bytes, the same workbook: a comment at the end of the zip (APPNOTE.TXT 4.3.16). */
function withComment(zip: Uint8Array, comment: string): Uint8Array<ArrayBuffer> {
  const longer = Buffer.concat([zip, Buffer.from(comment)]);
  longer.writeUInt16LE(comment.length, zip.length - 2);
  return new Uint8Array(longer);
}

// Kills the host at random moments while units send reports, starts it again, lets everything settle and checks what was
// promised. Only our own process is killed: the emulator keeps its index in memory and would lose what it acknowledged.

import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../../../addin/centre';
import { startEmulator } from '../../../functions/local-host/emulator';
import { eventOf, partitionOf } from '../../../functions/receive/submission-rows';
import { chance } from '../../../functions/samples/chance';
import { openAzureStore } from '../../../functions/store/azure-store';
import type { Store } from '../../../functions/store/store';
import type { HostProcess } from '../local-host/host-process';
import { check, type Finding } from './kill-check';
import { Client, type Gate, PLACE } from './kill-clients';
import type { KilledHost } from './killed-host';

export interface KillPlan {
  readonly host: (settings: Record<string, string>) => KilledHost;
  readonly kills: number;
  readonly units: readonly string[];
  readonly seed: string;
}

export interface KillOutcome {
  /** Reports of which a receipt was given out, and reports whose fate stayed unknown to their sender. */
  readonly acknowledged: number;
  readonly unknown: number;
  readonly findings: readonly Finding[];
}

const SETTINGS = {
  AZURE_FUNCTIONS_ENVIRONMENT: 'Development',
  // Signing in outlives the process.
  SESSION_SECRET: 'the same secret for every host of a test',
  SWEEP_PATIENCE_SECONDS: '0',
};
const SETTLE_MS = 120_000;

export async function killAgainAndAgain(plan: KillPlan): Promise<KillOutcome> {
  const emulator = await startEmulator();
  const { connectionString } = emulator;
  const program = plan.host({ ...SETTINGS, AzureWebJobsStorage: connectionString });
  let host: HostProcess | undefined;
  try {
    host = await program.start();
    const gate: Gate = { api: Promise.resolve(`${host.url}/api`) };
    const { clients, board } = await signIn(plan, gate);
    // One of them waits for its receipt first, so that the process that reads workbooks is warm when the others begin.
    const [first, ...others] = clients;
    const random = chance(`${plan.seed} moments`);
    for (let kill = 0; kill < plan.kills; kill++) {
      await first!.sendOne();
      for (const client of others) client.start();
      await sleep(random.int(40, 400));
      const next = restart(host, program);
      gate.api = next.then(({ url }) => `${url}/api`);
      host = await next;
    }
    await Promise.all(others.map((client) => client.stop()));
    const store = openAzureStore({ connectionString });
    await settle(host.url, store);
    const findings = await check({ api: `${host.url}/api`, board, store, clients });
    const tries = clients.flatMap((client) => client.tries);
    const acknowledged = tries.filter((one) => one.receipts.length > 0).length;
    return { acknowledged, unknown: tries.length - acknowledged, findings };
  } finally {
    await host?.end('SIGKILL');
    program.remove();
    await emulator.stop();
  }
}

async function restart(host: HostProcess, program: KilledHost): Promise<HostProcess> {
  await host.end('SIGKILL');
  return program.start();
}

async function signIn({ units, seed }: KillPlan, gate: Gate): Promise<{ clients: Client[]; board: string }> {
  const centre = connect(await gate.api);
  const token = async (name: string): Promise<string> => {
    const answer = await centre.signIn(`demo-${name}`);
    if (!answer.ok) throw new Error(`${name}: ${answer.problem.status}`);
    return answer.body.token;
  };
  const clients: Client[] = [];
  for (const unit of units) clients.push(new Client(unit, await token(unit), gate, chance(`${seed} ${unit}`)));
  return { clients, board: await token('BAN') };
}

/** The sweeper makes up for what died half-way; then nothing may be left that is not checked. */
async function settle(url: string, store: Store): Promise<void> {
  await fetch(`${url}/admin/functions/sweep`, { method: 'POST' });
  const until = Date.now() + SETTLE_MS;
  while (Date.now() < until && (await isWaiting(store))) await sleep(200);
}

async function isWaiting(store: Store): Promise<boolean> {
  const query = { partition: partitionOf(PLACE), from: 'e~', before: 'e~~', where: { state: 'received' } };
  for await (const row of store.rows.query(query)) return eventOf(row).state === 'received';
  return false;
}

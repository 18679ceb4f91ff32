// The whole centre for a test: the emulator in memory, and the bundle that is deployed run by the local host as a process
// of its own, spoken to over HTTP. What it answers must be as openapi.json describes it.

import { resolve } from 'node:path';
import { connect } from '../../addin/centre';
import { type Emulator, startEmulator } from '../../functions/local-host/emulator';
import { type HostProcess, startHostProcess } from '../functions/local-host/host-process';
import { holdAgainstDocument } from './described-answers';

const PROGRAM = resolve(__dirname, '../../dist/host.cjs');

export interface RunningCentre {
  /** `http://127.0.0.1:…/api` */
  readonly api: string;
  readonly client: ReturnType<typeof connect>;
  readonly emulator: Emulator;
  readonly host: HostProcess;
  token(code: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startCentre(settings: Record<string, string> = {}, running?: Emulator): Promise<RunningCentre> {
  const emulator = running ?? (await startEmulator());
  const environment = {
    AzureWebJobsStorage: emulator.connectionString,
    AZURE_FUNCTIONS_ENVIRONMENT: 'Development',
    ...settings,
  };
  const host = await startHostProcess(PROGRAM, environment);
  const api = `${host.url}/api`;
  const client = connect(api);
  const holds = holdAgainstDocument(api);
  return {
    api,
    client,
    emulator,
    host,
    async token(code) {
      const answer = await client.signIn(code);
      if (!answer.ok) throw new Error(`${code}: ${answer.problem.status} ${answer.problem.code}`);
      return answer.body.token;
    },
    async stop() {
      await host.end();
      if (!running) await emulator.stop();
      holds();
    },
  };
}

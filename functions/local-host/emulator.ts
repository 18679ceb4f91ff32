// The storage emulator (Azurite) as a child process, for development and tests. Ports are the machine's choice, so that
// several run side by side. It keeps its index in memory and writes it on a polite stop only: it is never killed hard,
// here or in a test, for then it would lose what it had acknowledged, and the loss would look like ours.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface Emulator {
  readonly connectionString: string;
  /** Asks the emulator to write its index and leave, and waits until it has. */
  stop(): Promise<void>;
}

/**
 * @param options.location a folder that keeps the data between runs; without it everything is in memory
 * @throws Error where the emulator leaves before it listens, with what it said
 */
export async function startEmulator(options: { readonly location?: string } = {}): Promise<Emulator> {
  if (options.location !== undefined) mkdirSync(options.location, { recursive: true });
  const program = createRequire(__filename).resolve('azurite/dist/src/azurite.js');
  const child = spawn(process.execPath, [program, ...flags(options.location)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Data that stays gets a process group of its own: Ctrl-C in the terminal must reach the host first, which needs
    // storage to finish what it has in work.
    detached: options.location !== undefined,
  });
  const ask = () => child.kill('SIGTERM');
  process.once('exit', ask);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ports = await listening(child);
  return {
    connectionString: connectionString(ports),
    async stop() {
      process.off('exit', ask);
      if (child.exitCode === null && child.signalCode === null) ask();
      await gone;
    },
  };
}

type Service = 'Blob' | 'Queue' | 'Table';
type Ports = Readonly<Record<Service, string>>;

function flags(location: string | undefined): string[] {
  const services = ['blob', 'queue', 'table'].flatMap((name) => [`--${name}Host`, '127.0.0.1', `--${name}Port`, '0']);
  const data = location === undefined ? ['--inMemoryPersistence'] : ['--location', location];
  // The SDK's newest API versions are ahead of what the emulator admits to know; the calls we make have not changed.
  return ['--silent', '--disableTelemetry', '--skipApiVersionCheck', ...services, ...data];
}

function listening(child: ChildProcess): Promise<Ports> {
  return new Promise((resolve, reject) => {
    let said = '';
    const ports: Partial<Record<Service, string>> = {};
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The storage emulator left with code ${code}:\n${said}`)));
    child.stderr?.on('data', (chunk) => {
      said += chunk;
    });
    child.stdout?.on('data', (chunk) => {
      said += chunk;
      for (const [, service, port] of said.matchAll(
        /(Blob|Queue|Table) service is successfully listening at \S+:(\d+)/g,
      )) {
        ports[service as Service] = port as string;
      }
      if (ports.Blob && ports.Queue && ports.Table) resolve(ports as Ports);
    });
  });
}

/** The account and its key are the ones Microsoft publishes for every emulator: they open nothing else. */
function connectionString(ports: Ports): string {
  const account = 'devstoreaccount1';
  const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
  const endpoints = Object.entries(ports).map(([name, port]) => `${name}Endpoint=http://127.0.0.1:${port}/${account};`);
  return `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${key};${endpoints.join('')}`;
}

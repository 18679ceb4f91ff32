// Builds an app and the local host into a folder, as build.mjs does, and runs the host there as a child process.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BuildOptions, build } from 'esbuild';

const ROOT = resolve(__dirname, '../../..');

export interface HostProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything written so far, stdout and stderr. */
  output(): string;
  /** Resolves once `text` was written. */
  said(text: string): Promise<void>;
  /** Sends the signal and waits for the end. @returns the exit code, `null` where the signal ended it */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** @param app the source file of an app, or its text */
export async function buildInto(folder: string, app: { file: string } | { text: string }): Promise<void> {
  const common: BuildOptions = {
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
    external: ['@azure/functions-core'],
    // The storage SDK's ES modules ask for import.meta.url while they load; a CommonJS bundle has none of its own.
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  };
  mkdirSync(folder, { recursive: true });
  const source = 'file' in app ? { entryPoints: [app.file] } : { stdin: { contents: app.text, resolveDir: ROOT } };
  await build({ ...common, ...source, outfile: join(folder, 'functions.cjs') });
  const host = join(ROOT, 'functions/local-host/main.ts');
  await build({ ...common, entryPoints: [host], outfile: join(folder, 'host.cjs') });
  await build({
    ...common,
    entryPoints: [join(__dirname, 'restart-soon.ts')],
    outfile: join(folder, 'restart-soon.cjs'),
  });
}

export function writeJson(folder: string, name: string, content: unknown): void {
  writeFileSync(join(folder, name), JSON.stringify(content));
}

const running = new Map<ChildProcess, Promise<unknown>>();

/** Ends every host that still runs, whatever became of the test that started it. */
export async function endAll(): Promise<void> {
  for (const child of running.keys()) child.kill('SIGKILL');
  await Promise.all(running.values());
}

/** Starts `program` and waits until it listens; rejects with its output where it ends before. */
export async function startHostProcess(program: string, environment: Record<string, string>): Promise<HostProcess> {
  const child = spawn(process.execPath, [program], { env: { ...process.env, PORT: '0', ...environment } });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  running.set(child, ended);
  void ended.then(() => running.delete(child));
  let output = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    output += chunk;
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);

  const said = (text: string) =>
    new Promise<void>((done, fail) => {
      const listener = () => {
        if (!output.includes(text)) return;
        listeners.delete(listener);
        done();
      };
      listeners.add(listener);
      listener();
      void ended.then((code) => fail(new Error(`The host ended (${code}) before it said "${text}":\n${output}`)));
    });

  await said('Listening on ');
  return {
    url: /Listening on (\S+)/.exec(output)?.[1] ?? '',
    child,
    output: () => output,
    said,
    end(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}

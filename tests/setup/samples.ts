// The committed sample reports, as a unit would send them.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FOLDER = resolve(__dirname, '../../templates/forms/khoa-giao/2024.1/samples');

export function samplePath(period: string, unit: string): string {
  return join(FOLDER, period, `${unit}.xlsx`);
}

export function sample(period: string, unit: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(samplePath(period, unit)));
}

export function sampleFolder(period: string): string {
  return join(FOLDER, period);
}

export function sampleUnits(period: string): string[] {
  return readdirSync(join(FOLDER, period))
    .map((f) => f.replace('.xlsx', ''))
    .sort();
}

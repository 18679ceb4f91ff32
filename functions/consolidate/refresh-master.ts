// The master of a form and period as storage keeps it: written once under a name made from what went in, then pointed to
// by one row, flipped by ETag. Nobody ever downloads half a file, and an older build never replaces a newer one: the
// pointer is read before the heads and replaced only if nobody moved it meanwhile.

import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PeriodForm } from '../../templates/form-definition/form-for-period';
import type { Submission } from '../../templates/submission/submission';
import { type PeriodStandings, periodStandings } from '../receive/period-standings';
import { readJson } from '../receive/stored-json';
import { partitionOf, valuesPath } from '../receive/submission-rows';
import type { Store } from '../store/store';
import { XLSX_TYPE } from '../xlsx/media-type';
import { buildMaster } from './build-master';

/** Changes when the same reports would give another workbook. */
const LAYOUT = 'master-3';
const POINTER = 'm~current';
const MOST_ATTEMPTS = 20;

export interface MasterPointer {
  readonly path: string;
  /** Names the content: the same reports, the same tag. */
  readonly etag: string;
  readonly builtAt: string;
  readonly units: number;
}

/** The master as it was last built; undefined before the first. */
export async function currentMaster(store: Store, form: PeriodForm): Promise<MasterPointer | undefined> {
  const row = await store.rows.get(partition(form), POINTER);
  return row && pointerOf(row.values);
}

/** Builds the master where it is behind the reports. @returns the pointer to one that is not */
export async function refreshMaster(store: Store, form: PeriodForm, now: string): Promise<MasterPointer> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const row = await store.rows.get(partition(form), POINTER);
    const state = await periodStandings(store, form);
    const etag = fingerprint(form, state, now);
    if (row && pointerOf(row.values).etag === etag) return pointerOf(row.values);
    const path = `masters/${form.definition.form}/${form.period}/${etag}.xlsx`;
    if (!(await store.blobs.has(path))) await store.blobs.create(path, await build(store, form, state, now), XLSX_TYPE);
    const values = { path, tag: etag, builtAt: now, units: state.standings.filter((s) => s.counted > 0).length };
    const done = await store.rows.transact(partition(form), [
      row ? { replace: POINTER, values, etag: row.etag } : { create: POINTER, values },
    ]);
    if (done === 'done') return pointerOf(values);
  }
  throw new Error(`The master of ${form.period} kept changing while it was built`);
}

async function build(store: Store, form: PeriodForm, standing: PeriodStandings, now: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'master-'));
  try {
    const file = join(folder, 'master.xlsx');
    const units = new Map(form.definition.units.map((u) => [u.code, u]));
    const { standings, log } = standing;
    await buildMaster(
      { form, builtAt: now, standings, units, submissions: submissions(store, form, standing), log },
      file,
    );
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* submissions(
  store: Store,
  form: PeriodForm,
  { standings }: PeriodStandings,
): AsyncGenerator<Submission> {
  for (const { unit, counted } of standings) {
    if (counted === 0) continue;
    const path = valuesPath({ form: form.definition.form, period: form.period, unit, revision: counted });
    const submission = await readJson<Submission>(store, path);
    if (!submission) throw new Error(`The values of a counted report are missing: ${path}`);
    yield submission;
  }
}

/** Everything that shows in the master: the form, every unit's standing, the board's acts, and whether the due date has passed. */
function fingerprint(form: PeriodForm, { standings, state }: PeriodStandings, now: string): string {
  const { definition, dates } = form;
  const due = now.slice(0, 10) > dates.unitDue ? 'after' : 'before';
  const facts = standings.map((s) => [s.unit, s.state, s.revision, s.counted].join(' '));
  return createHash('sha256')
    .update([LAYOUT, definition.form, definition.version, form.period, due, state.acts, ...facts].join('\n'))
    .digest('hex')
    .slice(0, 32);
}

const partition = (form: PeriodForm): string => partitionOf({ form: form.definition.form, period: form.period });

function pointerOf(values: Readonly<Record<string, string | number | boolean>>): MasterPointer {
  return {
    path: String(values.path),
    etag: String(values.tag),
    builtAt: String(values.builtAt),
    units: Number(values.units),
  };
}

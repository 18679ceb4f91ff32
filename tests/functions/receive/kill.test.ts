// Killing the process at any moment and starting again loses no acknowledged report. `KILL_SEED` repeats a run's moments.

import { endAll } from '../local-host/host-process';
import { killAgainAndAgain } from './kill-harness';
import { deployedHost, hastyHost } from './killed-host';

const SEED = process.env.KILL_SEED ?? String(Date.now() % 1_000_000);

describe('killing the process at any moment and starting again', () => {
  afterAll(endAll);

  test('loses no acknowledged report', async () => {
    const units = ['DV01', 'DV02', 'DV03', 'DV04', 'DV05', 'DV06'];
    const outcome = await killAgainAndAgain({ host: deployedHost, kills: 12, units, seed: SEED });
    expect({ seed: SEED, findings: outcome.findings }).toEqual({ seed: SEED, findings: [] });
    expect(outcome.acknowledged).toBeGreaterThan(24);
  }, 300_000);

  test('is a test that finds a door that answers before it stores', async () => {
    const units = ['DV07', 'DV08', 'DV09', 'DV10'];
    const outcome = await killAgainAndAgain({ host: hastyHost, kills: 6, units, seed: SEED });
    const lost = outcome.findings.filter(({ kind }) => kind === 'lost');
    expect({ seed: SEED, lost: lost.length > 0 }).toEqual({ seed: SEED, lost: true });
  }, 240_000);
});

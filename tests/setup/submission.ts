// A submission for a test that cares about a few of its values only.

import type { Submission } from '../../templates/submission/submission';

export function submissionOf(changes: Partial<Submission>): Submission {
  return {
    form: 'khoa-giao',
    version: '2024.1',
    period: '2024-H1',
    unit: 'DV01',
    revision: 1,
    receivedAt: '2024-07-01T00:00:00Z',
    sha256: '',
    file: '',
    values: {},
    annexes: {},
    narratives: {},
    explanations: {},
    nothing: [],
    warnings: [],
    ...changes,
  };
}

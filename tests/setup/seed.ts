// Property-based tests look at the same random cases on every machine; FC_SEED=… looks at others. A failure prints its seed.

import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_240_614) });

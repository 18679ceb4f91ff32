// The local host with a short memory: messages of a host that was killed come back after 2 seconds instead of 60.

import { join } from 'node:path';
import { startHost } from '../../../functions/local-host/host';

void startHost({ appFile: join(__dirname, 'functions.cjs'), port: 0, inFlightSeconds: 2 }).then(({ url }) => {
  console.log(`Listening on ${url}`);
});

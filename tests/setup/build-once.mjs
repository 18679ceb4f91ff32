// Before any test: one fresh build, so that tests which load the deployed bundle load today's code.
import { build, buildPages } from '../../build.mjs';

export default async function buildOnce() {
  await Promise.all([build(), buildPages()]);
}

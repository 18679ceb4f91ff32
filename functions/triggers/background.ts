// What runs without anybody asking: the queues of submissions and masters, the poison queues, the sweeper's timer.

import type { InvocationContext } from '@azure/functions';
import { z } from 'zod';
import { refreshMaster } from '../consolidate/refresh-master';
import { findForm } from '../forms/form-library';
import { markFailed, processSubmission } from '../receive/process-submission';
import { sweep } from '../receive/sweep';
import { centre } from './centre';

const submissionMessage = z.object({
  form: z.string(),
  period: z.string(),
  unit: z.string(),
  revision: z.int().min(1),
});
const masterMessage = z.object({ form: z.string(), period: z.string() });

export async function processQueued(message: unknown): Promise<void> {
  await processSubmission(await centre(), submissionMessage.parse(message));
}

/** A message given up after several tries must not be silent: the receipt says that staff must look. */
export async function poisoned(message: unknown, context: InvocationContext): Promise<void> {
  context.error(`gave up on ${JSON.stringify(message)}`);
  const ref = submissionMessage.safeParse(message);
  if (ref.success) await markFailed((await centre()).store, ref.data);
}

export async function buildQueued(message: unknown): Promise<void> {
  const { form, period } = masterMessage.parse(message);
  const { store, forms, now } = await centre();
  const found = findForm(forms, form, period);
  if (found) await refreshMaster(store, found, now().toISOString());
}

/** The sweeper leaves younger uploads to the door and the queue. */
const SWEEP_PATIENCE_SECONDS = 120;

export async function sweepNow(_timer: unknown, context: InvocationContext): Promise<void> {
  const { store, now } = await centre();
  const patience = Number(process.env.SWEEP_PATIENCE_SECONDS || SWEEP_PATIENCE_SECONDS);
  const { requeued, periods } = await sweep(store, now(), patience * 1000);
  context.log(`swept: ${requeued} queued again, ${periods} periods looked at`);
}

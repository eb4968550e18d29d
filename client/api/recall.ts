/** Asks the server, and remembers its answer on this device; where there is no network, what was remembered. */
import type * as z from 'zod';
import { Refusal } from '../../shared/refusals.ts';
import { ask, type Extra } from './call.ts';
import { forgetAnswer, keepAnswer, keptAnswer } from './kept.ts';

/** Throws the refusal of the server, also its silence when nothing is remembered. A "no" is remembered as nothing. */
export async function askOrRecall<Answer>(path: `/api/${string}`, answer: z.ZodType<Answer>, extra: Pick<Extra, 'signal'>): Promise<Answer> {
  try {
    const given = await ask('GET', path, answer, extra);
    void keepAnswer(path, given);
    return given;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (SILENCE.includes(error.code)) return recall(path, answer, error);
    if (error.code === 'not-found') await forgetAnswer(path);
    throw error;
  }
}

/** Nobody has decided anything: the network, a proxy or the store does not answer. */
const SILENCE: readonly Refusal['code'][] = ['no-answer', 'not-now'];

async function recall<Answer>(path: string, answer: z.ZodType<Answer>, silence: Refusal): Promise<Answer> {
  const read = answer.safeParse(await keptAnswer(path));
  if (!read.success) throw silence;
  return read.data;
}

/** The one place where a request on a news line is read, allowed, done and answered. Every request gets an answer. */
import type { Logger } from 'pino';
import type { ProjectId } from '../../shared/ids.ts';
import type { Reply } from '../../shared/events.ts';
import { Refusal } from '../../shared/refusals.ts';
import { requireStanding } from '../actions/standing.ts';
import type { Store } from '../storage/store.ts';
import type { Line } from './line.ts';
import { isRequest, REQUESTS, type RequestRule } from './requests.ts';

export async function answerRequest(line: Line, event: string, given: readonly unknown[], needs: { store: Store; log: Logger }): Promise<void> {
  const reply = replyIn(given);
  try {
    if (!isRequest(event)) throw new Refusal('unreadable', { field: 'event' });
    await line.inTurn(() => perform(line, REQUESTS[event], given[0], needs.store));
    reply({ ok: true, value: null });
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal('something-went-wrong');
    if (refusal !== error) needs.log.error({ error, event: isRequest(event) ? event : 'unknown' }, 'a request on the news line failed');
    reply({ ok: false, code: refusal.code, params: refusal.params });
  }
}

async function perform<Request extends { projectId: ProjectId }>(line: Line, rule: RequestRule<Request>, given: unknown, store: Store): Promise<void> {
  const parsed = rule.request.safeParse(given);
  if (!parsed.success) throw new Refusal('unreadable', { field: parsed.error.issues[0]?.path.join('.') || 'request' });
  if (rule.needs !== 'signed-in') await requireStanding(store, line.personId, parsed.data.projectId, rule.needs);
  await rule.handle(line, parsed.data);
}

/** A page that gave no function to call does not wait for an answer. */
function replyIn(given: readonly unknown[]): (reply: Reply<null>) => void {
  const last = given.at(-1);
  return typeof last === 'function' ? (last as (reply: Reply<null>) => void) : () => undefined;
}

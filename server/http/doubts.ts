/** Doubts at the http door. */
import { AnswerDoubt, Doubt, DoubtList, LinkAlternative, RaiseDoubt, RewordDoubt, SettleDoubt } from '../../shared/doubts.ts';
import { DoubtId } from '../../shared/ids.ts';
import { Refusal } from '../../shared/refusals.ts';
import { answerDoubt, linkAlternative, listDoubts, raiseDoubt, rewordDoubt, settleDoubt } from '../actions/doubts.ts';
import type { Parts } from '../parts.ts';
import { type Route, route } from './route.ts';

/** An id of another shape cannot exist: the answer is the same as for one that does not. */
function doubtIdOf(params: Readonly<Record<string, string>>): DoubtId {
  const id = DoubtId.safeParse(params['doubtId']);
  if (!id.success) throw new Refusal('not-found');
  return id.data;
}

export function doubtRoutes(parts: Parts): Route[] {
  const all = '/api/projects/:projectId/doubts' as const;
  const one = `${all}/:doubtId` as const;
  return [
    route({ method: 'get', path: all, needs: 'doubt.read', answer: DoubtList, handle: ({ member }) => listDoubts(parts, member) }),
    route({
      method: 'post', path: all, needs: 'doubt.write', body: RaiseDoubt, answer: Doubt,
      handle: ({ member, body }) => raiseDoubt(parts, member, body),
    }),
    route({
      method: 'put', path: `${one}/words`, needs: 'doubt.write', body: RewordDoubt, answer: Doubt,
      handle: ({ member, params, body }) => rewordDoubt(parts, member, doubtIdOf(params), body),
    }),
    route({
      method: 'put', path: `${one}/answer`, needs: 'doubt.write', body: AnswerDoubt, answer: Doubt,
      handle: ({ member, params, body }) => answerDoubt(parts, member, doubtIdOf(params), body),
    }),
    route({
      method: 'put', path: `${one}/outcome`, needs: 'doubt.write', body: SettleDoubt, answer: Doubt,
      handle: ({ member, params, body }) => settleDoubt(parts, member, doubtIdOf(params), body),
    }),
    route({
      method: 'put', path: `${one}/alternatives`, needs: 'doubt.draw', body: LinkAlternative, answer: Doubt,
      handle: ({ member, params, body }) => linkAlternative(parts, member, doubtIdOf(params), body),
    }),
  ];
}

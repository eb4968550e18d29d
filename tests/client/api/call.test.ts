/** One request: what comes back is believed only in the agreed shape, and every "no" is one kind of error. */
import * as z from 'zod';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ask, tell } from '../../../client/api/call.ts';
import { Refusal } from '../../../shared/refusals.ts';

const Name = z.object({ name: z.string() });

function answer(status: number, body: unknown) {
  const sent = vi.fn(async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }));
  vi.stubGlobal('fetch', sent);
  return sent;
}
afterEach(() => vi.unstubAllGlobals());

const refusalOf = async (request: Promise<unknown>) => {
  const error: unknown = await request.then(() => undefined, (thrown: unknown) => thrown);
  return error instanceof Refusal ? { code: error.code, params: error.params } : error;
};

describe('a request', () => {
  test('gives what the schema reads and leaves out the rest', async () => {
    answer(200, { name: 'Marta', secret: 'x' });
    expect(await ask('GET', '/api/me', Name)).toEqual({ name: 'Marta' });
  });

  test('sends a body as JSON, and none where there is none', async () => {
    const sent = answer(200, { name: 'Marta' });
    await ask('PATCH', '/api/me', Name, { body: { name: 'Marta' } });
    await ask('GET', '/api/me', Name);
    const [patch, get] = sent.mock.calls as unknown as [[string, RequestInit], [string, RequestInit]];
    expect(patch[1]).toMatchObject({ method: 'PATCH', body: '{"name":"Marta"}', headers: { 'Content-Type': 'application/json' } });
    expect(get[1].body).toBeUndefined();
  });

  test('turns a refusal of the server into the same refusal here, with its parameters', async () => {
    answer(410, { code: 'invitation-expired', params: { host: 'Marta' } });
    expect(await refusalOf(tell('POST', '/api/invitations/accept'))).toEqual({ code: 'invitation-expired', params: { host: 'Marta' } });
  });

  test.each([
    ['a proxy’s 502 page', 502, '<html>Bad gateway</html>', 'no-answer'],
    ['a bare 401', 401, '', 'signed-out'],
    ['a code we do not know', 400, { code: 'made-up', params: {} }, 'something-went-wrong'],
  ] as const)('reads %s as %s → %s', async (_what, status, body, code) => {
    answer(status, body);
    expect(await refusalOf(tell('GET', '/api/me'))).toMatchObject({ code });
  });

  test('without a network is told apart from a fault of ours', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await refusalOf(tell('GET', '/api/me'))).toMatchObject({ code: 'no-answer' });
  });

  test('does not believe an answer of another shape', async () => {
    answer(200, { title: 'not a name' });
    await expect(ask('GET', '/api/me', Name)).rejects.toThrow('another shape');
  });
});

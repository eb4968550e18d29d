/**
 * One request to our server: sends JSON, believes only what the schema reads, and throws a `Refusal` for every "no".
 *
 * A network that gives no answer is a refusal too (`no-answer`), so that pages have one kind of failure to tell.
 */
import * as z from 'zod';
import { Refusal, REFUSALS, type RefusalCode } from '../../shared/refusals.ts';

// Our content policy forbids making code from strings, which zod would otherwise try.
z.config({ jitless: true });

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface Extra {
  body?: unknown;
  /** Instead of a body: the bytes of a file. */
  file?: Blob;
  signal?: AbortSignal;
}

/** Asks and reads the answer by its schema. */
export async function ask<Answer>(method: Method, path: `/api/${string}`, answer: z.ZodType<Answer>, extra: Extra = {}): Promise<Answer> {
  const response = await send(method, path, extra);
  const read = answer.safeParse(await readJson(response));
  if (!read.success) throw new Error(`The answer of ${method} ${path} has another shape than agreed.`, { cause: read.error });
  return read.data;
}

/** Asks for something to be done; there is nothing to read. */
export async function tell(method: Method, path: `/api/${string}`, extra: Extra = {}): Promise<void> {
  await send(method, path, extra);
}

/** Asks for a file; `name` is what the server calls it. */
export async function fetchFile(path: `/api/${string}`, extra: Extra = {}): Promise<{ blob: Blob; name: string }> {
  const response = await send('GET', path, extra);
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { blob: await response.blob(), name: name ?? 'insieme' };
}

async function send(method: Method, path: string, { body, file, signal }: Extra): Promise<Response> {
  const content = file ?? (body === undefined ? undefined : JSON.stringify(body));
  const type = file ? 'application/octet-stream' : 'application/json';
  const response = await reach(path, {
    method,
    headers: { Accept: 'application/json', ...(content === undefined ? {} : { 'Content-Type': type }) },
    ...(content === undefined ? {} : { body: content }),
    ...(signal ? { signal } : {}),
    credentials: 'same-origin',
  });
  if (!response.ok) throw await refusalOf(response);
  return response;
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new Refusal('no-answer', {}, { cause });
  }
}

const Refused = z.object({
  code: z.string().refine((code): code is RefusalCode => code in REFUSALS),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});

async function refusalOf(response: Response): Promise<Refusal> {
  const read = Refused.safeParse(await readJson(response));
  if (read.success) return new Refusal(read.data.code, read.data.params);
  // Not our words: a proxy in between, or a server that is just going down.
  if (response.status === 401) return new Refusal('signed-out');
  if (response.status === 429) return new Refusal('too-many');
  return new Refusal(response.status >= 502 && response.status <= 504 ? 'no-answer' : 'something-went-wrong');
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined; // no JSON is an answer like any other: the schema says what it is worth
  }
}

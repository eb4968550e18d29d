/** A request's body as bytes, for the few routes that take a file. */
import type { Request } from 'express';
import { Refusal } from '../../shared/refusals.ts';

/** Throws `Refusal('too-large')`, as soon as the length says so or more than that has come. */
export async function readBytes(request: Request, most: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > most) throw new Refusal('too-large');
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > most) throw new Refusal('too-large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** People as records: who they are to the whole installation. Sides and roles belong to `members`. */
import * as z from 'zod';
import { PersonId } from './ids.ts';
import { LIMITS } from './limits.ts';
import { Language } from './sides.ts';

/** One line of words: no line breaks or other control characters, no half characters, nothing that turns the reading direction. */
const ONE_LINE = /^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;
export const PersonName = z.string().trim().min(1).max(LIMITS.nameLength).regex(ONE_LINE);
export const Email = z.string().trim().toLowerCase().pipe(z.email().max(254));
/** How light or dark the pages are; `auto` follows the device. */
export const Scheme = z.enum(['auto', 'light', 'dark']);
export type Scheme = z.infer<typeof Scheme>;

export const Person = z.object({
  id: PersonId,
  name: PersonName,
  email: Email,
  language: Language,
  scheme: Scheme,
  createdAt: z.int().nonnegative(), // epoch milliseconds, always the server's clock
});
export type Person = z.infer<typeof Person>;

/** GET /api/me: the person who is signed in, and the workspaces in which they may start projects. */
export const Me = Person.extend({
  workspaces: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type Me = z.infer<typeof Me>;

/** PATCH /api/me */
export const ChangeMe = Person.pick({ name: true, language: true, scheme: true }).partial();
export type ChangeMe = z.infer<typeof ChangeMe>;

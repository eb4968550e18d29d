/** Who stands where: the three sides, the four roles, and the two languages everybody may choose from. */
import * as z from 'zod';

export const Side = z.enum(['seller', 'internal', 'client']);
export type Side = z.infer<typeof Side>;

/** `host` leads the project (it: *chi conduce*). */
export const Role = z.enum(['host', 'editor', 'commenter', 'viewer']);
export type Role = z.infer<typeof Role>;

export const Language = z.enum(['en', 'it']);
export type Language = z.infer<typeof Language>;

/** A sentence in both languages; used wherever text is data (examples, templates). */
export const BothLanguages = z.object({ en: z.string(), it: z.string() });
export type BothLanguages = z.infer<typeof BothLanguages>;

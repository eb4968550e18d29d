/** Reads a form by a schema: the data, or the names of the fields that need another look. */
import type * as z from 'zod';

export type FormRead<T> = { ok: true; data: T } | { ok: false; wrong: ReadonlySet<string> };

/** Every field of the form as text; `more` joins what the form does not hold. */
export function readForm<T>(form: HTMLFormElement, schema: z.ZodType<T>, more: Record<string, unknown> = {}): FormRead<T> {
  const read = schema.safeParse({ ...Object.fromEntries(new FormData(form)), ...more });
  if (read.success) return { ok: true, data: read.data };
  const wrong = new Set(read.error.issues.map(issue => String(issue.path[0] ?? '')));
  focusFirst(form, wrong);
  return { ok: false, wrong };
}

/** The first field that needs another look gets the focus: that is where the person goes next. */
function focusFirst(form: HTMLFormElement, wrong: ReadonlySet<string>): void {
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && wrong.has(element.name)) return element.focus();
  }
}

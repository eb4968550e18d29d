/**
 * What a noun's schema allows, in the few words that every engine can keep: texts, numbers, yes or no, lists and objects.
 *
 * Asked when a store is opened, so that a field no engine could give back (a date, a map, anything at all) stops
 * the start and not the first person who fills it in. Knows zod, no engine.
 */
import type * as z from 'zod';
import { Misuse } from './gate.ts';

export type Fields = Readonly<Record<string, Shape>>;

/** `nullable`: null may stand there. `optional`: it may be absent. */
export type Shape = { readonly nullable: boolean; readonly optional: boolean } & (
  | { readonly kind: 'text'; readonly among?: readonly string[] }
  | { readonly kind: 'number'; readonly among?: readonly number[] }
  | { readonly kind: 'flag' }
  | { readonly kind: 'nothing' } // null alone
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'object'; readonly fields: Fields }
  /** One of several objects, told apart by the text in the field `by`. */
  | { readonly kind: 'choice'; readonly by: string; readonly cases: ReadonlyMap<string, Fields> }
);

const ALWAYS = { nullable: false, optional: false };

/** `where` names the field in the complaint. */
export function shapeOf(schema: z.core.$ZodType, where: string): Shape {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
    case 'template_literal': return { kind: 'text', ...ALWAYS };
    case 'number': return { kind: 'number', ...ALWAYS };
    case 'boolean': return { kind: 'flag', ...ALWAYS };
    case 'null': return { kind: 'nothing', ...ALWAYS, nullable: true };
    case 'literal': return oneOf(def.values, where);
    case 'enum': return oneOf(Object.values(def.entries), where);
    case 'nullable': return { ...shapeOf(def.innerType, where), nullable: true };
    case 'optional': return { ...shapeOf(def.innerType, where), optional: true };
    // A record is kept as its schema gave it back: what has a default is always there.
    case 'default':
    case 'prefault':
    case 'nonoptional': return { ...shapeOf(def.innerType, where), optional: false };
    case 'catch':
    case 'readonly': return shapeOf(def.innerType, where);
    case 'pipe': return shapeOf(def.out, where);
    case 'array': return { kind: 'list', of: shapeOf(def.element, `${where}[]`), ...ALWAYS };
    case 'object': return { kind: 'object', fields: fieldsOf(def, where), ...ALWAYS };
    case 'union': return 'discriminator' in def ? choice(def as z.core.$ZodDiscriminatedUnionDef, where) : union(def, where);
    default: throw new Misuse(`${where}: no store keeps a ${def.type}`);
  }
}

function fieldsOf(def: z.core.$ZodObjectDef, where: string): Fields {
  if (def.catchall && def.catchall._zod.def.type !== 'never') throw new Misuse(`${where}: no store keeps fields without a name`);
  return Object.fromEntries(Object.entries(def.shape).map(([name, field]) => [nameOf(name, where), shapeOf(field, `${where}.${name}`)]));
}

/** MongoDB reads dots and dollars in names as paths and operators. */
function nameOf(name: string, where: string): string {
  if (/^[A-Za-z][A-Za-z0-9]*$/.test(name)) return name;
  throw new Misuse(`${where}: a field cannot be called "${name}"`);
}

function oneOf(values: readonly unknown[], where: string): Shape {
  const some = values.filter(value => value !== null);
  const presence = { nullable: some.length < values.length, optional: false };
  if (some.length === 0) return { kind: 'nothing', ...presence };
  if (some.every(value => typeof value === 'string')) return { kind: 'text', among: some, ...presence };
  if (some.every(value => typeof value === 'number')) return { kind: 'number', among: some, ...presence };
  if (some.every(value => typeof value === 'boolean')) return { kind: 'flag', ...presence };
  throw new Misuse(`${where}: these values are of several kinds`);
}

/** Several ways to say one kind ("a text or null", two literals); anything else wants a discriminator. */
function union(def: z.core.$ZodUnionDef, where: string): Shape {
  const options = def.options.map(option => shapeOf(option, where));
  const presence = { nullable: options.some(each => each.nullable), optional: options.some(each => each.optional) };
  const [first, ...others] = options.filter(each => each.kind !== 'nothing');
  if (!first) return { kind: 'nothing', ...presence };
  if (others.length === 0) return { ...first, ...presence };
  const plain = ['text', 'number', 'flag'].includes(first.kind) && others.every(other => other.kind === first.kind);
  if (!plain) throw new Misuse(`${where}: objects of several forms need a discriminator, and kinds cannot be mixed`);
  return { kind: first.kind, ...presence } as Shape; // what each allows in detail, the schema itself checks
}

function choice(def: z.core.$ZodDiscriminatedUnionDef, where: string): Shape {
  const by = def.discriminator;
  const cases = def.options.flatMap(option => {
    const shape = shapeOf(option, where);
    const names = shape.kind === 'object' ? shape.fields[by] : undefined;
    if (shape.kind !== 'object' || names?.kind !== 'text' || !names.among) throw new Misuse(`${where}: "${by}" must be a text in each form`);
    const { [by]: _, ...others } = shape.fields;
    return names.among.map(name => [name, others] as const);
  });
  return { kind: 'choice', by, cases: new Map(cases), ...ALWAYS };
}

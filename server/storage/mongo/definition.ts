/** A noun's shape as a mongoose schema: every field typed and checked, nothing `Mixed`, readable in mongosh. */
import { Mongoose, type Schema, type SchemaDefinition } from 'mongoose';
import type { AnyCollection } from '../declared.ts';
import { fieldsOf } from '../declared.ts';
import type { Fields, Shape } from '../shape.ts';

/** Our own: settings of the global one would follow whoever else loads mongoose. */
export const ours = new Mongoose({ strict: 'throw', strictQuery: 'throw', sanitizeFilter: true, autoIndex: false, autoCreate: false });

/** As MongoDB holds a record: its id is `_id`. */
export interface Kept {
  _id: string;
  rev: number;
  [field: string]: unknown;
}

export const OPTIONS = { strict: 'throw', versionKey: false, minimize: false, id: false } as const;

/** Fields that must be there. mongoose takes an empty text or no bytes for a missing one: `required` would refuse them. */
export const FIELD = {
  text: { type: String, validate: { validator: (value: unknown) => typeof value === 'string', message: 'a text must stand here' } },
  bytes: { type: Buffer, validate: { validator: (value: unknown) => Buffer.isBuffer(value), message: 'bytes must stand here' } },
  number: { type: Number, required: true },
  name: { type: ours.Schema.Types.ObjectId, required: true },
} as const;

export function recordSchema(collection: AnyCollection): Schema<Kept> {
  const { id: _, ...fields } = fieldsOf(collection);
  const own = { _id: FIELD.text, rev: { ...FIELD.number, min: 1 } };
  return new ours.Schema<Kept>({ ...own, ...definitions(fields) }, OPTIONS);
}

function definitions(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, definition(shape)]));
}

function definition(shape: Shape): Record<string, unknown> {
  const required = !shape.nullable && !shape.optional;
  switch (shape.kind) {
    case 'text': return { ...(required ? FIELD.text : { type: String }), ...amongOf(shape) };
    case 'number': return { type: Number, ...amongOf(shape), required };
    case 'flag': return { type: Boolean, required };
    case 'nothing': return { type: String, validate: NOTHING };
    // Without `default` mongoose would make an empty list of an absent one.
    case 'list': return { type: [bare(shape.of)], required, default: undefined };
    case 'object': return { type: subSchema(shape.fields), required };
    case 'choice': return { type: choiceSchema(shape), required };
  }
}

/** Inside a list: lists of lists are written as such, everything else as in a field. */
const bare = (shape: Shape): unknown => (shape.kind === 'list' ? [bare(shape.of)] : { ...definition(shape), required: false });

const NOTHING = { validator: (value: unknown) => value === null, message: 'nothing may stand here' };

const amongOf = ({ among, nullable }: { among?: readonly (string | number)[]; nullable: boolean }) =>
  among ? { enum: nullable ? [...among, null] : [...among] } : {};

const subSchema = (fields: Fields) => new ours.Schema(definitions(fields) as SchemaDefinition, { ...OPTIONS, _id: false });

function choiceSchema({ by, cases }: Extract<Shape, { kind: 'choice' }>) {
  const base = new ours.Schema({}, { ...OPTIONS, _id: false, discriminatorKey: by });
  for (const [name, fields] of cases) base.discriminator(name, subSchema(fields));
  return base;
}

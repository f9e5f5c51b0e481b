// The shapes that files are held against, as JSON Schemas: an editor completes and checks files with what the parser itself uses.
import * as z from 'zod';
import { chartSchema } from './kinds/chart.ts';
import { codelistSchema } from './kinds/codelist.ts';
import { disclosureSchema, standardsSchema } from './kinds/disclosure.ts';
import { modelSchema } from './kinds/model.ts';
import { amount, anyValue } from './kinds/pieces.ts';
import { planSchema } from './kinds/plan.ts';
import { registerSchema } from './kinds/register.ts';
import { dataSchema, moneySchema } from './kinds/tables.ts';
import {
  companySchema,
  overlaySchema,
  referenceSchema,
  scenarioSchema,
  strategySchema,
  studySchema,
} from './kinds/values.ts';
import { anySpread, spreadObject } from './spread.ts';
import type { Kind } from './types.ts';
import { anyPoint, point, valueObject } from './value.ts';

/** A JSON Schema, draft 7, which editors of YAML understand. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

const shapes: Readonly<Record<Kind, z.ZodType>> = {
  model: modelSchema,
  reference: referenceSchema,
  data: dataSchema,
  codelist: codelistSchema,
  money: moneySchema,
  company: companySchema,
  scenario: scenarioSchema,
  overlay: overlaySchema,
  strategy: strategySchema,
  register: registerSchema,
  chart: chartSchema,
  standards: standardsSchema,
  disclosure: disclosureSchema,
  plan: planSchema,
  study: studySchema,
};

/** What the parser leaves open in the shape of a file and shapes where it stands: its name, and the shape it then takes. */
const shapedLater: ReadonlyMap<unknown, { readonly name: string; readonly shape: z.ZodType }> = new Map([
  [anyValue, { name: 'value', shape: z.union([amount, valueObject]) }],
  [anyPoint, { name: 'point', shape: z.union([amount, point]) }],
  [anySpread, { name: 'spread', shape: z.union([z.string(), spreadObject]) }],
]);

/** What holds of every whole number and of every key says nothing, and goes. */
function withoutTruisms(schema: JsonSchema): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  delete schema.propertyNames;
}

function toJson(shape: z.ZodType): JsonSchema {
  return z.toJSONSchema(shape, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const later = shapedLater.get(zodSchema);
      if (later !== undefined) jsonSchema.$ref = `#/definitions/${later.name}`;
      withoutTruisms(jsonSchema);
    },
  });
}

const kinds = Object.keys(shapes) as readonly Kind[];

/** The JSON Schema of each kind of file, in the order in which scenarios/README.md describes them. */
export function fileSchemas(): ReadonlyMap<Kind, JsonSchema> {
  const definitions = Object.fromEntries(
    [...shapedLater.values()].map(({ name, shape }) => {
      const { $schema: _, ...definition } = toJson(shape);
      return [name, definition];
    }),
  );
  return new Map(
    kinds.map((kind) => {
      const schema = toJson(shapes[kind]);
      const usesThem = JSON.stringify(schema).includes('"#/definitions/');
      return [
        kind,
        { ...schema, title: `A ${kind} file of tcfd-scenarios`, ...(usesThem ? { definitions } : {}) },
      ];
    }),
  );
}

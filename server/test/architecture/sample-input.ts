// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';

type JsonSchema = { readonly [key: string]: unknown };

/** A small input that a route's schema accepts, so that a request gets past validation to the use case. */
export function sampleInput(schema: z.ZodType): unknown {
  return sample(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' }) as JsonSchema);
}

function sample(schema: JsonSchema): unknown {
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  const choices = (schema['anyOf'] ?? schema['oneOf']) as JsonSchema[] | undefined;
  if (choices) return sample(choices.find((choice) => choice['type'] === 'null') ?? choices[0] ?? {});
  if (Array.isArray(schema['allOf'])) return Object.assign({}, ...(schema['allOf'] as JsonSchema[]).map(sample));
  switch (schema['type']) {
    case 'object':
      return sampleObject(schema);
    case 'array':
      return Array.from({ length: Number(schema['minItems'] ?? 0) }, () => sample((schema['items'] ?? {}) as JsonSchema));
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema['minimum'] ?? 1));
    case 'boolean':
      return false;
    case 'string':
      return sampleString(schema);
    default:
      return null;
  }
}

function sampleObject(schema: JsonSchema): Record<string, unknown> {
  const properties = (schema['properties'] ?? {}) as Record<string, JsonSchema>;
  const required = (schema['required'] ?? []) as string[];
  return Object.fromEntries(required.map((name) => [name, sample(properties[name] ?? {})]));
}

const formats: Readonly<Record<string, string>> = {
  uuid: '00000000-0000-7000-8000-000000000000',
  date: '2022-09-14',
  'date-time': '2022-09-14T08:00:00Z',
  email: 'a@thu.example',
};

/** Texts that satisfy the patterns in use: counts, unit codes, document codes, field codes. */
const candidates = ['1', '03127', '11/SNV', '1/QĐ-UBND', 'F1', 'F1.01', 'A1', 'a'];

function sampleString(schema: JsonSchema): string {
  const format = formats[String(schema['format'])];
  if (format) return format;
  const pattern = typeof schema['pattern'] === 'string' ? new RegExp(schema['pattern'], 'u') : undefined;
  if (pattern) return candidates.find((candidate) => pattern.test(candidate)) ?? 'x';
  return 'x'.repeat(Math.max(1, Number(schema['minLength'] ?? 1)));
}

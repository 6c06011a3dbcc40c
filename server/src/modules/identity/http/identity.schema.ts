// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { reformFields } from '#kernel/reform-fields';
import { roles } from '#platform/auth/actor';
import { DayText } from '#platform/http/route';

const assignment = { unitId: z.uuid(), validFrom: DayText, validTo: DayText.nullable() };

export const PositionBody = z.object({ ...assignment, title: z.string().trim().min(1).max(200) });
export const GrantBody = z.object({ ...assignment, role: z.enum(roles), reformFields: z.array(z.enum(reformFields)).min(1).nullable() });

const Position = PositionBody.extend({ id: z.uuid(), unitName: z.string() });
const Grant = GrantBody.extend({ id: z.uuid(), unitName: z.string() });

export const Account = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  twoFactorEnabled: z.boolean().nullable(),
  mustChangePassword: z.boolean(),
  disabledAt: z.string().nullable(),
  version: z.number().int(),
  positions: z.array(Position),
  grants: z.array(Grant),
});

export const AccountCreateBody = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .transform((text) => text.normalize('NFC')),
  email: z.email().max(200),
  positions: z.array(PositionBody).max(20),
  grants: z.array(GrantBody).max(50),
});

export const AccountChangeBody = AccountCreateBody.omit({ email: true }).extend({ version: z.number().int(), disabled: z.boolean() });

export const Session = z.object({
  account: z.object({ id: z.uuid(), name: z.string(), email: z.string(), position: z.string().nullable() }),
  positions: z.array(Position),
  grants: z.array(Grant),
  permissions: z.array(z.string()),
  twoFactorEnabled: z.boolean(),
  mustChangePassword: z.boolean(),
});

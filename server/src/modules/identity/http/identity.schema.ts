// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { reformFields } from '#kernel/reform-fields';
import { roles } from '#platform/auth/actor';
import { DayText } from '#platform/http/route';

const assignment = { unitId: z.uuid(), validFrom: DayText, validTo: DayText.nullable() };

const title = z.string().trim().min(1).max(200);
const right = { role: z.enum(roles), reformFields: z.array(z.enum(reformFields)).min(1).nullable() };
const key = z.string().min(1).max(60);

/** `key` names the line for the rights that are bound to it: the position's id, or any word for a new one. */
export const PositionBody = z.object({ ...assignment, title, key: key.optional() });
export const GrantBody = z.object({ ...assignment, ...right, positionKey: key.nullable().optional() });

const Position = z.object({ ...assignment, title, id: z.uuid(), unitName: z.string() });
const Grant = z.object({ ...assignment, ...right, id: z.uuid(), unitName: z.string(), positionId: z.uuid().nullable() });

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
  /** All positions of the person; `grants` and `permissions` are those of the chosen one. */
  positions: z.array(Position),
  chosenPositionId: z.uuid().nullable(),
  grants: z.array(Grant),
  permissions: z.array(z.string()),
  twoFactorEnabled: z.boolean(),
  mustChangePassword: z.boolean(),
});

const UnitName = z.object({ id: z.uuid(), name: z.string() });

/** Rights at units that have ended, with the units that took over. */
export const EndedGrants = z.object({
  rows: z.array(
    z.object({
      grantId: z.uuid(),
      account: z.object({ id: z.uuid(), name: z.string() }),
      role: z.enum(roles),
      reformFields: z.array(z.enum(reformFields)).nullable(),
      unit: UnitName.extend({ endedOn: DayText }),
      heirs: z.array(UnitName.extend({ onDay: DayText, decision: z.string().nullable() })),
    }),
  ),
});

export const PassOnBody = z.strictObject({
  items: z
    .array(z.strictObject({ grantId: z.uuid(), unitId: z.uuid() }))
    .min(1)
    .max(200),
});

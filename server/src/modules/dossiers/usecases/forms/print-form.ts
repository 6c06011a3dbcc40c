// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { todayInVietnam } from '#kernel/dates';
import { longDate } from '#modules/documents';
import { getUnit } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { occasionOf, unavailableBecause } from '../../domain/forms/available.ts';
import { composeSlip } from '../../domain/forms/compose-slip.ts';
import { type FormKind, type FormRegime, formNumbered, formRegimeOn } from '../../domain/forms/form-list.ts';
import { dueByOfficeHours } from '../../domain/forms/office-end.ts';
import type { Slip } from '../../domain/forms/slip.ts';
import { renderSlipDocx } from '../../rendering/slip-docx.ts';
import { renderSlipPdf } from '../../rendering/slip-pdf.ts';
import { loadClock } from '../clock/load-clock.ts';
import { type DossierSheet, readDossier } from '../desk/read-dossier.ts';
import { slipFactsOf } from './slip-facts.ts';

export type FormFormat = 'docx' | 'pdf';

export type FormFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

export type FormList = {
  readonly regime: Pick<FormRegime, 'key' | 'citation' | 'mark'>;
  readonly forms: readonly {
    readonly number: string;
    readonly kind: FormKind;
    readonly title: string;
    /** What the form tells of; null where it cannot be printed. */
    readonly occasionAt: string | null;
    readonly unavailableBecause: string | null;
  }[];
};

/**
 * The forms of a dossier by the circular in force on the day it was received (handed in, where it was not received), and
 * which of them can be printed now.
 *
 * @throws AppError `dossiers.not_found`
 */
export async function listForms(db: Db, scope: UnitScope, code: string, now: Date = new Date()): Promise<FormList> {
  const sheet = await readDossier(db, scope, code, now);
  const facts = slipFactsOf(sheet, now);
  const { key, citation, mark, forms } = regimeOf(sheet, now);
  return {
    regime: { key, citation, mark },
    forms: forms
      .filter(({ kind }) => kind !== 'register')
      .map((form) => {
        const occasionAt = occasionOf(form.kind, facts);
        return { ...form, occasionAt, unavailableBecause: occasionAt === null ? unavailableBecause[form.kind] : null };
      }),
  };
}

/**
 * One form of a dossier as Word file or PDF.
 *
 * @throws AppError `dossiers.not_found`, `dossiers.form_unknown`, `dossiers.form_unavailable`
 */
export async function printForm(
  db: Db,
  scope: UnitScope,
  asked: { readonly code: string; readonly form: string; readonly format: FormFormat },
  now: Date = new Date(),
): Promise<FormFile> {
  const sheet = await readDossier(db, scope, asked.code, now);
  const regime = regimeOf(sheet, now);
  const form = formNumbered(regime, asked.form);
  if (!form || form.kind === 'register') throw new AppError('not_found', 'dossiers.form_unknown', { form: asked.form });
  const { calendarOf } = await loadClock(db);
  const facts = dueByOfficeHours(slipFactsOf(sheet, now), calendarOf(sheet.dossier.unitId));
  if (occasionOf(form.kind, facts) === null) {
    throw new AppError('conflict', 'dossiers.form_unavailable', { title: form.title, why: unavailableBecause[form.kind] });
  }
  const unit = await getUnit(db, { roots: null }, sheet.dossier.unitId);
  const slip = composeSlip(regime, form, facts, `${unit.name}, ${longDate(todayInVietnam(now))}`);
  return formFile(slip, asked.format, `mau-${form.number}-${sheet.dossier.code}`);
}

/** A form in one of the two formats. */
export async function formFile(slip: Slip, format: FormFormat, name: string): Promise<FormFile> {
  const bytes = format === 'docx' ? await renderSlipDocx(slip) : await renderSlipPdf(slip);
  return { name: `${name}.${format}`, mediaType: mediaTypes[format], bytes };
}

const mediaTypes: Readonly<Record<FormFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

function regimeOf({ dossier }: DossierSheet, now: Date): FormRegime {
  const moment = dossier.receivedAt ?? dossier.submittedAt;
  return formRegimeOn(todayInVietnam(moment ? new Date(moment) : now));
}

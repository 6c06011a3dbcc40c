// SPDX-License-Identifier: Apache-2.0
import type { Alike, Paper, Reception } from './desk.api.ts';

type Named = { readonly id: string; readonly name: string };

export type HandedPaper = { readonly handed: boolean; readonly originals: number; readonly copies: number };

/** What is typed at the desk for one dossier. */
export type ReceptionDraft = {
  readonly unit: Named | null;
  readonly procedure: Named | null;
  readonly channel: number;
  readonly kind: number;
  readonly name: string;
  readonly identityNumber: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly subject: string;
  /** By code of the paper; one that was not touched is not here. */
  readonly papers: Readonly<Record<string, HandedPaper>>;
};

export const emptyDraft: ReceptionDraft = {
  unit: null,
  procedure: null,
  channel: 1,
  kind: 1,
  name: '',
  identityNumber: '',
  phone: '',
  email: '',
  address: '',
  subject: '',
  papers: {},
};

/** What stays for the next person in the queue: the unit and the procedure. */
export function nextDraft({ unit, procedure }: ReceptionDraft): ReceptionDraft {
  return { ...emptyDraft, unit, procedure };
}

/** What to ask for dossiers of the same person; null while too little is known of them. */
export function alikeAsked({ unit, procedure, name, identityNumber }: ReceptionDraft): Alike | null {
  const [whole, number] = [name.trim(), identityNumber.replace(/\s/g, '')];
  if (!unit || !procedure || whole === '') return null;
  const isTold = number.length >= 6 || (number === '' && whole.length >= 5);
  return isTold ? { unitId: unit.id, procedureId: procedure.id, applicant: { name: whole, identityNumber: number || null } } : null;
}

const notHanded: HandedPaper = { handed: false, originals: 0, copies: 0 };

export function handedOf(draft: ReceptionDraft, paper: Paper): HandedPaper {
  return draft.papers[paper.code] ?? notHanded;
}

/** A paper ticked off comes with the number of originals and copies that the procedure asks for. */
export function asHanded(paper: Paper, handed: boolean): HandedPaper {
  return handed ? { handed, originals: paper.originals, copies: paper.copies } : notHanded;
}

/** All papers that are always asked for, ticked off at once; the others stay as they are. */
export function withAllRequired(draft: ReceptionDraft, papers: readonly Paper[]): ReceptionDraft {
  const required = papers.filter((paper) => paper.condition === null && !handedOf(draft, paper).handed);
  return { ...draft, papers: { ...draft.papers, ...Object.fromEntries(required.map((paper) => [paper.code, asHanded(paper, true)])) } };
}

/** Papers without which the dossier cannot be received, all of them. */
export function missingPapers(draft: ReceptionDraft, papers: readonly Paper[]): readonly Paper[] {
  return papers.filter((paper) => paper.condition === null && !handedOf(draft, paper).handed);
}

/** The reception as it is sent; null while something that must be there is not. */
export function receptionOf(draft: ReceptionDraft, papers: readonly Paper[]): Reception | null {
  return missingPapers(draft, papers).length > 0 ? null : turnedAwayOf(draft, papers);
}

/** What is told of a dossier that is not received: all of it but the missing papers; null while who or what is not known. */
export function turnedAwayOf(draft: ReceptionDraft, papers: readonly Paper[]): Reception | null {
  if (!draft.unit || !draft.procedure || draft.name.trim() === '') return null;
  const text = (value: string): string | null => value.trim() || null;
  return {
    unitId: draft.unit.id,
    procedureId: draft.procedure.id,
    channel: draft.channel,
    applicant: {
      name: draft.name.trim(),
      kind: draft.kind,
      identityNumber: text(draft.identityNumber),
      phone: text(draft.phone),
      email: text(draft.email),
      address: text(draft.address),
    },
    subject: text(draft.subject),
    papers: papers.map((paper) => ({ code: paper.code, ...handedOf(draft, paper) })),
  };
}

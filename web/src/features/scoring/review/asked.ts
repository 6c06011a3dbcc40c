// SPDX-License-Identifier: Apache-2.0

/** What the address of the page of consistency keeps: the chosen bar, and whether charts or tables are shown. */
export type Asked = {
  readonly look: string;
  readonly appraiser: string;
  readonly field: string;
  readonly change: string;
  readonly itemCode: string;
  /** Beside the code, because two sets of one round may use a code for different items. */
  readonly itemName: string;
  readonly sheetId: string;
};
export const emptyAsked: Asked = { look: 'chart', appraiser: '', field: '', change: '', itemCode: '', itemName: '', sheetId: '' };

/** Address that opens the items behind a bar, on the same page. */
export function behindBar({ look }: Asked, bar: Partial<Omit<Asked, 'look'>>): string {
  const query = new URLSearchParams(Object.entries({ ...(look === 'chart' ? {} : { look }), ...bar }).filter(([, value]) => value !== ''));
  return `?${query.toString()}#behind`;
}

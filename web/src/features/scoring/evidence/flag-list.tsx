// SPDX-License-Identifier: Apache-2.0
import { IconHourglass } from '../../../shared/ui/icons.ts';
import css from './flag-list.module.css';

type Flags = readonly { readonly kind: string; readonly sentence: string }[];

/** Why a piece of evidence should be looked at, each sign as a sentence. */
export function FlagList({ flags }: { readonly flags: Flags }) {
  return (
    <ul className={css['flags']}>
      {flags.map(({ kind, sentence }) => (
        <li key={kind}>
          <IconHourglass size={15} stroke={1.8} aria-hidden="true" /> {sentence}
        </li>
      ))}
    </ul>
  );
}

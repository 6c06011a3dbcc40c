// SPDX-License-Identifier: Apache-2.0
import { StateBadge } from '../../../shared/ui/state-badge.tsx';

type Flags = readonly { readonly kind: string; readonly sentence: string }[];

/** Why a piece of evidence should be looked at, each sign as a sentence. */
export function FlagList({ flags }: { readonly flags: Flags }) {
  return (
    <div className="stack" style={{ gap: 4 }}>
      {flags.map(({ kind, sentence }) => (
        <div key={kind} className="small">
          <StateBadge tone="soon">{sentence}</StateBadge>
        </div>
      ))}
    </div>
  );
}

// SPDX-License-Identifier: Apache-2.0

/** The mark: a thin fraction stroke between two dots, as in 05⁄11. */
export function Mark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M21 5 11 27" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <circle cx="7.5" cy="10" r="3.2" fill="var(--accent)" />
      <circle cx="24.5" cy="22" r="3.2" fill="var(--accent)" />
    </svg>
  );
}

// SPDX-License-Identifier: Apache-2.0

type Modules = Readonly<Record<string, { readonly tier: number; readonly owns: string; readonly mayUse: readonly string[] }>>;

/** The table of ARCHITECTURE.md, made from `server/modules.json`. */
export function moduleTable(modules: Modules): string {
  const rows = Object.entries(modules).map(
    ([name, { tier, owns, mayUse }]) => `| ${tier} | \`${name}\` | ${owns} | ${mayUse.join(', ') || '–'} |`,
  );
  return ['| tier | module | owns | may use |', '|---|---|---|---|', ...rows].join('\n');
}

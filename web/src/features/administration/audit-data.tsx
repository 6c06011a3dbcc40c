// SPDX-License-Identifier: Apache-2.0
import css from './audit-data.module.css';

const shortLength = 110;

function pairs(data: string): readonly (readonly [string, string])[] {
  try {
    const value: unknown = JSON.parse(data);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).map(([key, one]) => [key, typeof one === 'string' ? one : JSON.stringify(one)]);
  } catch {
    return [['', data]];
  }
}

/** What a line of the log recorded: short facts at once, long ones opened on demand. */
export function AuditData({ data }: { readonly data: string }) {
  const all = pairs(data);
  const line = all.map(([key, value]) => (key ? `${key}: ${value}` : value)).join('; ');
  if (line.length <= shortLength) return <span className={css['line']}>{line}</span>;
  return (
    <details>
      <summary className={css['summary']}>{`${line.slice(0, shortLength).trimEnd()}…`}</summary>
      <dl className={css['pairs']}>
        {all.map(([key, value]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

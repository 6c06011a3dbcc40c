// SPDX-License-Identifier: Apache-2.0
import type { Language } from './problem.ts';

type Issue = { readonly instancePath: string; readonly keyword: string; readonly message?: string | undefined; readonly params?: unknown };

/** Field errors of a request in words for the person who filled the form. */
export function fieldMessages(issues: readonly Issue[], language: Language): { path: string; message: string }[] {
  return issues.map((issue) => ({ path: issue.instancePath.replace(/^\//, '').replaceAll('/', '.'), message: sentence(issue, language) }));
}

function sentence(issue: Issue, language: Language): string {
  const zod: Readonly<Record<string, unknown>> = typeof issue.params === 'object' && issue.params !== null ? { ...issue.params } : {};
  if (language === 'en') return issue.message ?? 'not valid';
  const code = issue.keyword;
  const limit = (key: string): string => String(zod[key] ?? '');
  if (code === 'too_small')
    return zod['origin'] === 'string' ? `cần ít nhất ${limit('minimum')} ký tự` : `phải từ ${limit('minimum')} trở lên`;
  if (code === 'too_big') return zod['origin'] === 'string' ? `dài quá ${limit('maximum')} ký tự` : `phải không quá ${limit('maximum')}`;
  if (code === 'invalid_value') return 'không nằm trong các giá trị cho phép';
  if (code === 'invalid_format' && zod['format'] === 'date') return 'ngày chưa đúng, cần dạng năm-tháng-ngày có thật';
  if (code === 'invalid_format') return 'chưa đúng định dạng';
  if (code === 'unrecognized_keys') return 'có mục không được nhận';
  const own = zod['params'];
  if (code === 'custom' && typeof own === 'object' && own !== null && 'vi' in own) return String(own.vi);
  if (code === 'invalid_type') return issue.message?.includes('undefined') ? 'còn thiếu' : 'sai kiểu dữ liệu';
  return 'chưa đúng';
}

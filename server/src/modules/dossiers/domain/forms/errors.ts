// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

export const formErrors: ErrorCatalogue = {
  'dossiers.form_unknown': {
    kind: 'not_found',
    vi: 'Không có mẫu số {form} cho hồ sơ này. Chọn mẫu trong danh sách của hồ sơ.',
    en: 'There is no form {form} for this dossier.',
  },
  'dossiers.form_unavailable': {
    kind: 'conflict',
    vi: 'Chưa in được “{title}”: {why}. Làm bước tương ứng với hồ sơ rồi in lại.',
    en: '“{title}” cannot be printed yet.',
  },
  'dossiers.register_too_long': {
    kind: 'invalid',
    vi: 'Khoảng thời gian này có hơn {most} hồ sơ nên không in được thành một sổ. Chọn khoảng ngắn hơn.',
    en: 'The period holds more than {most} dossiers. Choose a shorter one.',
  },
};

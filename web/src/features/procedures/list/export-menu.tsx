// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiAddress, type QueryValues } from '../../../shared/api/client.ts';
import { download } from '../../../shared/api/transfer.ts';
import { toastDone, toastProblem } from '../../../shared/ui/feedback/toasts.tsx';
import { IconDownload } from '../../../shared/ui/icons.ts';
import { ActMenu } from '../model/act-menu.tsx';

/** The filtered catalogue as a file that can be changed and brought back. */
export function ExportMenu({ filter }: { readonly filter: QueryValues }) {
  const { t } = useTranslation('procedures');
  const save = useMutation({
    mutationFn: (format: 'xlsx' | 'csv') =>
      download('GET', apiAddress(`/procedures/export.${format}`, filter).slice('/api'.length), `thu-tuc-hanh-chinh.${format}`),
    onSuccess: () => toastDone(t('exported')),
    onError: toastProblem,
  });
  return (
    <ActMenu
      label={t('export')}
      icon={<IconDownload size={16} aria-hidden="true" />}
      pending={save.isPending}
      items={[
        { label: t('export_xlsx'), onSelect: () => save.mutate('xlsx') },
        { label: t('export_csv'), onSelect: () => save.mutate('csv') },
      ]}
    />
  );
}

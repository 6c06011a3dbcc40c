// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IconDownload } from '../../../shared/ui/icons.ts';

/** The table of the page as a workbook. */
export function XlsxButton({ href }: { readonly href: string }) {
  const { t } = useTranslation('service-index');
  return (
    <Button component="a" href={href} variant="default" leftSection={<IconDownload size={16} aria-hidden="true" />}>
      {t('xlsx')}
    </Button>
  );
}

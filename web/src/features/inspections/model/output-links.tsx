// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '../../../shared/api/transfer.ts';
import { toastProblem } from '../../../shared/ui/feedback/toasts.tsx';
import { IconDownload } from '../../../shared/ui/icons.ts';
import css from '../inspections.module.css';

const formats = ['docx', 'pdf'] as const;

/** A paper in the legal form, as Word and as PDF; before its issue a draft of what is known. */
export function OutputLinks({
  title,
  official,
  rebuilt = false,
  pathOf,
}: {
  readonly title: string;
  readonly official: boolean;
  /** The official paper exists, but not in the program. */
  readonly rebuilt?: boolean;
  readonly pathOf: (format: 'docx' | 'pdf') => string;
}) {
  const { t } = useTranslation('inspections');
  const save = useMutation({
    mutationFn: (format: 'docx' | 'pdf') => download('GET', pathOf(format), `van-ban.${format}`),
    onError: toastProblem,
  });
  return (
    <div className={css['outputs']}>
      <p>
        <span className="strong">{title}</span>
        <br />
        <span className="small soft">{t(official ? 'outputs.official' : rebuilt ? 'outputs.rebuilt' : 'outputs.draft')}</span>
      </p>
      {formats.map((format) => (
        <Button
          key={format}
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          loading={save.isPending && save.variables === format}
          onClick={() => save.mutate(format)}
          aria-label={`${title}, ${t(`outputs.${format}`)}`}
        >
          {t(`outputs.${format}`)}
        </Button>
      ))}
    </div>
  );
}

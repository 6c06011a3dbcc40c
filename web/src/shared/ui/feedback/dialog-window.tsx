// SPDX-License-Identifier: Apache-2.0
import { Modal, type ModalProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export type DialogProps = {
  readonly opened?: boolean;
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: ModalProps['size'];
  readonly centered?: boolean;
  /** A press beside the dialog closes it, unless much is typed in it. */
  readonly closeOnClickOutside?: boolean;
};

/** The window of `Dialog`, in a file of its own because most pages are read without opening one. */
export function DialogWindow({ opened = true, title, size = 'md', centered = false, closeOnClickOutside = true, ...rest }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      {...rest}
      opened={opened}
      size={size}
      centered={centered}
      closeOnClickOutside={closeOnClickOutside}
      returnFocus={false}
      title={<strong>{title}</strong>}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    />
  );
}

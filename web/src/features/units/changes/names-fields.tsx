// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import css from '../units.module.css';
import { type Names, wrongNames } from './unit-change.ts';

type Props = { readonly names: Names; readonly onNames: (names: Names) => void };

/** Names and codes of a unit that begins. */
export function NamesFields({ names, onNames }: Props) {
  const { t } = useTranslation('units');
  const wrong = wrongNames(names);
  const text = (key: keyof Names) => ({
    value: names[key],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onNames({ ...names, [key]: event.currentTarget.value }),
  });
  return (
    <>
      <div className={css['pair']}>
        <TextInput label={t('name')} required maxLength={200} {...text('name')} />
        <TextInput label={t('authority')} required maxLength={200} {...text('authorityName')} />
        <TextInput
          label={t('code')}
          required
          maxLength={40}
          error={wrong.includes('code') ? t('change.code_wrong') : null}
          {...text('code')}
        />
        <TextInput label={t('symbol')} required maxLength={30} {...text('documentSymbol')} />
      </div>
      <TextInput
        label={t('agency')}
        maxLength={35}
        error={wrong.includes('agencyCode') ? t('change.agency_wrong') : null}
        {...text('agencyCode')}
      />
    </>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reformFields } from '../../../../shared/session/session.ts';
import { Loading } from '../../../../shared/ui/feedback/states.tsx';
import { appraisersQuery } from './opening.api.ts';
import css from './opening.module.css';

/** Who appraises which field in the rounds of a unit; the rights of accounts say so. */
export function AppraiserList({ unitId }: { readonly unitId: string }) {
  const { t } = useTranslation(['opening', 'common']);
  const appraisers = useQuery(appraisersQuery(unitId));
  return (
    <Loading of={appraisers} lines={2}>
      {(people) => {
        const unowned = reformFields.filter(
          (field) => !people.some((one) => one.reformFields === null || one.reformFields.includes(field)),
        );
        return (
          <>
            <p className="small soft" style={{ marginBottom: 8 }}>
              {t('appraisers_help')}
            </p>
            <ul className={css['people']}>
              {people.map(({ name, position, reformFields: own }) => (
                <li key={`${name} ${own?.join() ?? ''}`}>
                  <span className="strong">{name}</span>
                  {position ? <div className="small soft">{position}</div> : null}
                  <div className="small">{own === null ? t('every_field') : own.map((field) => t(`common:field.${field}`)).join('; ')}</div>
                </li>
              ))}
            </ul>
            {unowned.length > 0 ? (
              <p className="small" role="note">
                {t('unowned', { fields: unowned.map((field) => t(`common:field.${field}`)).join('; ') })}
              </p>
            ) : null}
          </>
        );
      }}
    </Loading>
  );
}

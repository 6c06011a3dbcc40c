// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { asProblem, type Problem } from '../../api/problem.ts';
import { IconAlertTriangle, IconRefresh } from '../icons.ts';
import css from './states.module.css';

type Props = {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
  /** The refusal is of a load, not of a change. */
  readonly loading?: boolean;
  /** Field errors stand beside their fields and are not repeated. */
  readonly fieldsShown?: boolean;
  /** The refusal is all that the page has, so its title is the page's heading. */
  readonly page?: boolean;
};

const web = ['web.offline', 'web.timeout', 'web.unreadable', 'web.unfetched', 'web.unexpected'] as const;
const keys = {
  'web.offline': 'web_offline',
  'web.timeout': 'web_timeout',
  'web.unreadable': 'web_unreadable',
  'web.unfetched': 'web_unfetched',
  'web.unexpected': 'web_unexpected',
} as const;

/** The sentence for the person: the server's own, else one for the kind of silence. */
export function useProblemSentence(): (problem: Problem) => string {
  const { t } = useTranslation();
  return (problem) => {
    const known = web.find((code) => code === problem.code);
    if (known) return t(`problem.${keys[known]}`);
    return problem.detail || t('problem.http_general');
  };
}

/** A refusal: what happened, what it means, what to do now. */
export function ProblemNotice({ error, onRetry, loading = false, fieldsShown = false, page = false }: Props) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  if (!error) return null;
  const problem = asProblem(error);
  const title =
    problem.code === 'web.offline' ? t('problem.title_offline') : problem.title || t(loading ? 'state.failed_title' : 'problem.title');
  return (
    <div className={css['problem']} role="alert">
      <IconAlertTriangle size={20} stroke={1.6} aria-hidden="true" />
      <div>
        {page ? <h1 className={css['title']}>{title}</h1> : <p className={css['title']}>{title}</p>}
        <p>{sentence(problem)}</p>
        {problem.fields.length > 0 && !fieldsShown ? (
          <ul>
            {problem.fields.map((field) => (
              <li key={field.path}>
                {field.path}: {field.message}
              </li>
            ))}
          </ul>
        ) : null}
        {problem.requestId && problem.status >= 500 ? (
          <p className={css['meta']}>{t('problem.request', { id: problem.requestId })}</p>
        ) : null}
        {onRetry ? (
          <Button mt={10} size="xs" variant="default" leftSection={<IconRefresh size={15} />} onClick={onRetry}>
            {t('action.retry')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

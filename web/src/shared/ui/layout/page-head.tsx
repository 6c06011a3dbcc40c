// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useEffect } from 'react';
import { Link } from 'react-router';
import css from './page-head.module.css';
import { PrintHead } from './print-head.tsx';

type Props = {
  readonly title: string;
  /** The page's answer in one sentence, read first. */
  readonly answer?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string };
  /** The primary action; it stands at the same place on every page. */
  readonly action?: ReactNode;
  /** What of the thing is on the page, told on paper, where no tab shows it. */
  readonly printed?: string;
};

/** The head of a page: one page is one question, answered by its first line. */
export function PageHead({ title, answer, back, action, printed }: Props) {
  useEffect(() => {
    document.title = `${title} · Tường Minh`;
  }, [title]);
  return (
    <header className={css['head']}>
      {back ? (
        <Link to={back.to} className={`${css['back']} no-print`}>
          ‹ {back.label}
        </Link>
      ) : null}
      <div className={css['line']}>
        <div className={css['words']}>
          <h1>{title}</h1>
          {answer ? <div className={css['answer']}>{answer}</div> : null}
        </div>
        {action ? <div className={`${css['action']} no-print`}>{action}</div> : null}
      </div>
      <PrintHead title={title} part={printed} />
    </header>
  );
}

/** A part of a page with its heading. */
export function Section({
  title,
  aside,
  children,
  id,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly id?: string;
}) {
  return (
    <section className={css['section']} {...(id ? { id } : {})} aria-label={title}>
      <div className={css['sectionHead']}>
        <h2>{title}</h2>
        {aside ? <div className="small soft">{aside}</div> : null}
      </div>
      {children}
    </section>
  );
}

/** Facts of a thing as terms and values in two columns. */
export function Facts({ of: facts }: { readonly of: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={css['facts']}>
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

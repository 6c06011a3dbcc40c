// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import { DraftEditor } from './editor/draft-editor.tsx';
import { HeadFacts } from './head-facts.tsx';
import { NodeDialog } from './node-dialog.tsx';
import { SetActs } from './set-acts.tsx';
import { SetState } from './set-state.tsx';
import { SetTable } from './set-table.tsx';
import { type SetSheet, setQuery } from './sets.api.ts';
import css from './sets.module.css';

/** What is asked of units in this set, and how are points counted? */
export function SetPage() {
  const { id = '' } = useParams();
  const set = useQuery(setQuery(id));
  return (
    <Loading page of={set} lines={12}>
      {(sheet) => <Sheet key={sheet.id} sheet={sheet} />}
    </Loading>
  );
}

function Sheet({ sheet }: { readonly sheet: SetSheet }) {
  const { t } = useTranslation('sets');
  const items = sheet.content.nodes.filter((node) => node.rule.kind !== 'sum').length;
  return (
    <>
      <PageHead
        title={t('sheet.title', { title: sheet.title, number: sheet.number })}
        answer={
          <>
            {t('sheet.answer', { year: sheet.year, level: t(`levels.${sheet.level}`), items })} <SetState set={sheet} />
          </>
        }
        back={{ to: '/scoring/sets', label: t('sheet.back') }}
        action={<SetActs sheet={sheet} />}
      />
      {sheet.state === 'draft' && sheet.mayManage ? <DraftEditor sheet={sheet} /> : <Fixed sheet={sheet} />}
    </>
  );
}

function Fixed({ sheet }: { readonly sheet: SetSheet }) {
  const { t } = useTranslation('sets');
  const [opened, setOpened] = useState<number | null>(null);
  return (
    <>
      <HeadFacts content={sheet.content} sha256={sheet.sha256} />
      <div className={css['table']}>
        <SetTable content={sheet.content} rules={sheet.rules} faults={sheet.faults} onOpen={setOpened} verb={t('node.open')} />
      </div>
      {opened === null ? null : (
        <NodeDialog
          content={sheet.content}
          place={opened}
          rule={sheet.rules[opened] ?? ''}
          faults={[]}
          draft={null}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

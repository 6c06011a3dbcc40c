// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { FigureSentence } from '../../../shared/ui/figure/figure-sentence.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import { RoundRooms } from '../review/round-rooms.tsx';
import { AnswerFile } from './answer-file.tsx';
import { GroupTable } from './group-table.tsx';
import { ImportTable } from './import-table.tsx';
import { type Survey, surveyQuery } from './survey.api.ts';
import { SurveyPoints } from './survey-points.tsx';

/** Were enough people of each group asked, and what did the units get from their answers? */
export function SurveyPage() {
  const { id = '' } = useParams();
  const survey = useQuery(surveyQuery(id));
  return (
    <Loading page of={survey} lines={10}>
      {(data) => <Page survey={data} />}
    </Loading>
  );
}

function Page({ survey }: { readonly survey: Survey }) {
  const { t } = useTranslation('survey');
  const format = useFormat();
  const { groups, acts, round } = survey;
  const reached = groups.filter(({ isReached }) => isReached).length;
  return (
    <>
      <RoundRooms roundId={round.id} />
      <PageHead
        title={t('title')}
        answer={
          groups.length > 0 ? (
            <FigureSentence
              tell={(at) => t('answer', at)}
              figures={{
                reached: (
                  <ExplicitFigure
                    value={`${format.number(reached)}/${format.number(groups.length)}`}
                    origin={{
                      sentence: t('reached_text', { reached: format.number(reached), groups: format.number(groups.length) }),
                      numerator: { value: format.number(reached), label: t('is_reached'), href: '#groups' },
                      denominator: { value: format.number(groups.length), label: t('groups'), href: '#groups' },
                      rule: t('reached_rule'),
                    }}
                  />
                ),
                files: <a href="#files">{format.number(survey.imports.length)}</a>,
              }}
            />
          ) : (
            t('answer_none')
          )
        }
        back={{ to: `/scoring/rounds/${round.id}`, label: round.title }}
      />
      <Section id="groups" title={t('groups')} aside={t('sample_rule')}>
        <GroupTable roundId={round.id} groups={groups} editable={acts.includes('set_survey')} />
      </Section>
      {acts.includes('import_survey') ? (
        <Section title={t('send')}>
          {groups.length > 0 ? <AnswerFile roundId={round.id} /> : <Empty title={t('send_first')}>{t('send_first_help')}</Empty>}
        </Section>
      ) : null}
      <Section title={t('points')} aside={t('small', { least: survey.smallestShown })}>
        <SurveyPoints units={survey.units} groups={groups} />
      </Section>
      <Section id="files" title={t('files')}>
        <ImportTable rows={survey.imports} />
      </Section>
    </>
  );
}

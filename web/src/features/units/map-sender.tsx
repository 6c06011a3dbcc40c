// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../shared/format/days.ts';
import { useCan } from '../../shared/session/session.ts';
import { ProblemNotice } from '../../shared/ui/feedback/problem-notice.tsx';
import { toastDone } from '../../shared/ui/feedback/toasts.tsx';
import { FileDrop } from '../../shared/ui/form/file-drop.tsx';
import { type MapReport, sendMap, unitsKey } from './units.api.ts';
import css from './units.module.css';

const mapMaxBytes = 10 * 1_048_576;

type Props = {
  readonly day: string;
  /** A map stands already: the file takes its place from now on. */
  readonly replaces: boolean;
};

/** Takes a map file, says what it would show, and stores it only then. */
export function MapSender({ day, replaces }: Props) {
  const { t } = useTranslation('units');
  const can = useCan();
  const queries = useQueryClient();
  const [opened, setOpened] = useState(!replaces);
  const [progress, setProgress] = useState<{ name: string; part: number } | null>(null);
  const [chosen, setChosen] = useState<{ file: File; report: MapReport } | null>(null);
  const send = (file: File, dryRun: boolean): Promise<MapReport> =>
    sendMap(file, day, (part) => setProgress({ name: file.name, part }), dryRun);
  const trial = useMutation({
    mutationFn: (file: File) => send(file, true),
    onSuccess: (report, file) => setChosen({ file, report }),
    onSettled: () => setProgress(null),
  });
  const store = useMutation({
    mutationFn: (file: File) => send(file, false),
    onSuccess: async (report) => {
      setChosen(null);
      setOpened(false);
      toastDone(`${t('map_uploaded')} ${t('map_note', { matched: report.matched, unmatched: report.unmatched.length })}`);
      await queries.invalidateQueries({ queryKey: unitsKey });
    },
    onSettled: () => setProgress(null),
  });
  if (!can('units.manage')) return null;
  if (!opened) {
    return (
      <Button variant="default" className="no-print" onClick={() => setOpened(true)}>
        {t('map_replace')}
      </Button>
    );
  }
  return (
    <div className="stack no-print" style={{ maxWidth: 760 }}>
      {replaces ? <p>{t('map_replace_help', { day: formatDay(day) })}</p> : null}
      {chosen ? (
        <MapTrial
          report={chosen.report}
          verb={t(replaces ? 'map_replace' : 'map_upload')}
          pending={store.isPending}
          onStore={() => store.mutate(chosen.file)}
          onAgain={() => setChosen(null)}
        />
      ) : (
        <FileDrop
          accept=".geojson,.json"
          maxBytes={mapMaxBytes}
          hint={t('map_hint')}
          onFile={(file) => trial.mutate(file)}
          progress={progress}
          disabled={trial.isPending}
        />
      )}
      <ProblemNotice error={trial.error ?? store.error} />
      {replaces && !chosen ? (
        <div>
          <Button variant="default" size="xs" onClick={() => setOpened(false)}>
            {t('map_keep')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

type TrialProps = {
  readonly report: MapReport;
  readonly verb: string;
  readonly pending: boolean;
  readonly onStore: () => void;
  readonly onAgain: () => void;
};

function MapTrial({ report, verb, pending, onStore, onAgain }: TrialProps) {
  const { t } = useTranslation('units');
  const strangers = report.unmatched.map((shape) => [shape.name, shape.code].filter(Boolean).join(' · ') || '?');
  return (
    <div className="stack">
      <p>
        <strong>{t('map_trial', { day: formatDay(report.asOf) })}</strong>{' '}
        {t('map_note', { matched: report.matched, unmatched: strangers.length })} {t('map_without', { count: report.withoutShape.length })}
      </p>
      <NameList title={t('map_strangers')} names={strangers} />
      <NameList title={t('map_shapeless')} names={report.withoutShape.map((unit) => `${unit.name} · ${unit.code}`)} />
      <div className="row">
        <Button loading={pending} onClick={onStore}>
          {verb}
        </Button>
        <Button variant="default" onClick={onAgain}>
          {t('map_other')}
        </Button>
      </div>
    </div>
  );
}

function NameList({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <details>
      <summary>
        {title} ({names.length})
      </summary>
      <ul className={css['successions']} style={{ marginTop: 8 }}>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </details>
  );
}

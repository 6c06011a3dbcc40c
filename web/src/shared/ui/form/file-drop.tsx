// SPDX-License-Identifier: Apache-2.0
import { type DragEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { IconFileUpload } from '../icons.ts';
import css from './form.module.css';

type Props = {
  /** Endings that the file dialog offers, such as `.docx,.pdf`. */
  readonly accept: string;
  readonly maxBytes: number;
  readonly hint: string;
  readonly onFile: (file: File) => void;
  /** Part of the file that is sent, 0 to 1; null when nothing is under way. */
  readonly progress?: { readonly name: string; readonly part: number } | null;
  readonly disabled?: boolean;
};

/** Takes one file by drop or by dialog; what cannot be right is refused before it travels. */
export function FileDrop({ accept, maxBytes, hint, onFile, progress = null, disabled = false }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const inputId = useId();
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const take = (file: File | undefined): void => {
    if (!file || disabled) return;
    const wrong =
      file.size > maxBytes
        ? t('file.too_large', { name: file.name, size: format.bytes(file.size), limit: format.bytes(maxBytes) })
        : file.size === 0
          ? t('file.empty', { name: file.name })
          : null;
    setRefusal(wrong);
    if (!wrong) onFile(file);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <div>
      <section
        aria-label={hint}
        className={css['drop']}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileUpload size={22} stroke={1.4} aria-hidden="true" />
        <div>
          <p>
            {t('file.drop')}{' '}
            <label htmlFor={inputId} className={css['choose']}>
              {t('file.choose')}
            </label>
            <input
              id={inputId}
              type="file"
              accept={accept}
              disabled={disabled}
              className={css['file']}
              onChange={(event) => {
                take(event.currentTarget.files?.[0]);
                event.currentTarget.value = '';
              }}
            />
          </p>
          <p className="soft small">
            {hint} · {t('file.limit', { size: format.bytes(maxBytes) })}
          </p>
        </div>
      </section>
      {progress ? (
        <Progress label={t('file.progress', { name: progress.name, percent: Math.round(progress.part * 100) })} part={progress.part} />
      ) : null}
      {refusal ? (
        <p role="alert" className={css['refusal']}>
          {refusal}
        </p>
      ) : null}
    </div>
  );
}

/** A bar with its number, for everything that lasts over a second. */
export function Progress({ label, part }: { readonly label: string; readonly part: number }) {
  return (
    <div className={css['progress']} role="status">
      <p className="small digits">{label}</p>
      <progress value={part} max={1} aria-label={label} />
    </div>
  );
}

// SPDX-License-Identifier: Apache-2.0
import type { Language } from '../i18n/language.ts';

/**
 * A decimal number as the reader's language prints it, digit by digit and without binary rounding.
 *
 * @example
 * formatNumber('5369') // '5.369'
 */
export function formatNumber(value: string | number, language: Language = 'vi'): string {
  const [thousands, comma] = language === 'vi' ? ['.', ','] : [',', '.'];
  const text = String(value);
  if (!/^[-+]?\d+(\.\d+)?$/.test(text)) return text;
  const [whole = '0', fraction] = text.replace(/^[-+]/, '').split('.');
  const sign = text.startsWith('-') ? '−' : '';
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, thousands)}${fraction ? `${comma}${fraction}` : ''}`;
}

/**
 * A decimal number with at least so many decimals, so that a column of them stands in line.
 *
 * @example
 * padded('50.3', 2) // '50.30'
 */
export function padded(value: string, decimals: number): string {
  const [whole = '0', fraction = ''] = value.split('.');
  return decimals > fraction.length ? `${whole}.${fraction.padEnd(decimals, '0')}` : value;
}

/** The most decimals that one of the numbers is written with. */
export function decimalsOf(values: readonly (string | null)[]): number {
  return Math.max(0, ...values.map((value) => value?.split('.')[1]?.length ?? 0));
}

/** A percentage with a thin gap before the sign, as the documents set it: `95,5 %`. */
export function formatPercent(value: string | number, language: Language = 'vi'): string {
  return `${formatNumber(value, language)}\u00a0%`;
}

const steps = ['B', 'kB', 'MB', 'GB'] as const;

/** A file size in steps of 1024 with at most one decimal. */
export function formatBytes(bytes: number, language: Language = 'vi'): string {
  let [size, step] = [bytes, 0];
  while (size >= 1024 && step < steps.length - 1) [size, step] = [size / 1024, step + 1];
  const shown = step === 0 || size >= 100 ? Math.round(size) : Math.round(size * 10) / 10;
  return `${formatNumber(shown, language)}\u00a0${steps[step]}`;
}

/** Rounds half away from zero to at most `decimals` places, dropping zeros at the end. */
export function roundTo(value: number, decimals: number): number {
  const rounded = Math.round(Math.abs(value) * 10 ** decimals + 1e-9) / 10 ** decimals;
  return value < 0 ? -rounded : rounded;
}

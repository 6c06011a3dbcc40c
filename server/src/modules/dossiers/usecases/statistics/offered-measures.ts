// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import type { ListedMeasure } from '../../data/dossier-list.repo.ts';
import type { Counts } from '../../domain/statistics/form-06a.ts';
import { noCounts } from '../../domain/statistics/form-06a.ts';
import { countPeriod } from './assemble-counts.ts';
import { haveMonthsBegun } from './fold-waiting-changes.ts';

type Place = { readonly unitId: string; readonly from: Day; readonly to: Day };

const offered: readonly {
  readonly code: string;
  readonly name: string;
  readonly sentence: string;
  readonly of: (counts: Counts) => number;
  readonly listed: ListedMeasure;
  readonly channel?: number;
}[] = [
  {
    code: 'dossiers.received',
    name: 'Hồ sơ tiếp nhận trong kỳ',
    sentence: 'đếm hồ sơ có ngày tiếp nhận nằm trong kỳ, cả trực tuyến, trực tiếp và bưu chính',
    of: (one) => one.receivedDirect + one.receivedOnline + one.receivedPostal,
    listed: 'received',
  },
  {
    code: 'dossiers.received_online',
    name: 'Hồ sơ tiếp nhận trực tuyến trong kỳ',
    sentence: 'đếm hồ sơ có ngày tiếp nhận nằm trong kỳ và nộp qua mạng',
    of: (one) => one.receivedOnline,
    listed: 'received',
    channel: 2,
  },
  {
    code: 'dossiers.resolved',
    name: 'Hồ sơ đã có kết quả trong kỳ',
    sentence: 'đếm hồ sơ xong trong kỳ có kết quả (trước hạn, đúng hạn hoặc trễ hạn), không kể hồ sơ dừng, rút hoặc từ chối',
    of: (one) => one.early + one.onTime + one.late,
    listed: 'resolved',
  },
  {
    code: 'dossiers.resolved_in_time',
    name: 'Hồ sơ có kết quả trước hạn và đúng hạn',
    sentence: 'đếm hồ sơ xong trong kỳ có kết quả không muộn hơn hạn trả',
    of: (one) => one.early + one.onTime,
    listed: 'resolved_in_time',
  },
  {
    code: 'dossiers.early',
    name: 'Hồ sơ có kết quả trước hạn',
    sentence: 'đếm hồ sơ xong trong kỳ trước hạn trả',
    of: (one) => one.early,
    listed: 'early',
  },
  {
    code: 'dossiers.late',
    name: 'Hồ sơ có kết quả trễ hạn',
    sentence: 'đếm hồ sơ xong trong kỳ sau hạn trả',
    of: (one) => one.late,
    listed: 'late',
  },
  {
    code: 'dossiers.open',
    name: 'Hồ sơ đang giải quyết cuối kỳ',
    sentence: 'đếm hồ sơ đã tiếp nhận mà chưa xong khi hết kỳ',
    of: (one) => one.open,
    listed: 'open',
  },
  {
    code: 'dossiers.overdue',
    name: 'Hồ sơ đang giải quyết đã quá hạn',
    sentence: 'đếm hồ sơ chưa xong khi hết kỳ và đã quá hạn trả',
    of: (one) => one.overdue,
    listed: 'overdue',
  },
];

/**
 * What may be counted of dossiers, for modules above: of a unit and all below it, on the days `from` to `to`, both
 * included. The records of a number are told as a page of the product.
 */
export const dossierMeasures = {
  module: 'dossiers',
  measures: offered.map(({ code, name, sentence, listed, channel }) => ({
    code,
    version: 1,
    name,
    sentence,
    recordsPath: ({ unitId, from, to }: Place): string =>
      `/dossiers/number?${new URLSearchParams({ unitId, from, to, measure: listed, ...(channel ? { channel: String(channel) } : {}) })}`,
  })),
  async read(
    db: Db,
    asked: { readonly unitIds: readonly string[]; readonly from: Day; readonly to: Day },
    now: Date = new Date(),
  ): Promise<Map<string, Readonly<Record<string, number>>>> {
    await haveMonthsBegun(db, now);
    const scope = { unitIds: asked.unitIds, procedureIds: null, channels: [1, 2, 3], key: 'unit' as const };
    const counts = asked.unitIds.length === 0 ? new Map() : await countPeriod(db, scope, asked.from, asked.to, now);
    return new Map(
      asked.unitIds.map((unitId) => {
        const own: Counts = counts.get(unitId) ?? noCounts;
        return [unitId, Object.fromEntries(offered.map(({ code, of }) => [code, of(own)]))];
      }),
    );
  },
};

// SPDX-License-Identifier: Apache-2.0
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Rows of a long table are built alike: what is wrong with one is wrong with the first ones. */
const furtherRows = 'tbody > tr:nth-child(n + 16):not(:last-child)';
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Waits until no button turns and no colour fades: halfway, the contrast is that of neither state. */
async function still(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const running = document
      .getAnimations()
      .filter(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    return running.length === 0 && document.querySelector('[data-loading="true"]') === null;
  });
}

/** What breaks WCAG 2.2 AA on a page: `rule: place, place`. What passes is not gathered, which takes most of axe's time on a long table. */
export async function violationsOf(page: Page): Promise<string[]> {
  await still(page);
  const { violations } = await new AxeBuilder({ page: page as never })
    .exclude(furtherRows)
    .options({ resultTypes: ['violations'] })
    .withTags(tags)
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

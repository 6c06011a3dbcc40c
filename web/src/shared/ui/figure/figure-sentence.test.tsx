// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '../../testing/render-page.tsx';
import { ExplicitFigure } from './explicit-figure.tsx';
import { FigureSentence } from './figure-sentence.tsx';

const origin = {
  sentence: '8 trong 32 đơn vị đã được duyệt.',
  numerator: { value: '8', label: 'đã duyệt', href: '/units?show=approved' },
  denominator: { value: '32', label: 'đơn vị' },
  rest: { value: '24', label: 'chưa duyệt', href: '/units?show=open' },
};

test('a sentence reads as it is written, and its numbers open where they stand', async () => {
  const { container } = await renderPage(
    <div data-told>
      <FigureSentence
        tell={({ done, day }) => `Từ ${day}: ${done} đơn vị đã duyệt.`}
        figures={{ done: <ExplicitFigure value="8/32" label="Đã duyệt" origin={origin} />, day: '19/11/2026' }}
      />
    </div>,
  );

  expect(container.querySelector('[data-told]')?.textContent).toBe('Từ 19/11/2026: 8/32 đơn vị đã duyệt.');
  fireEvent.click(screen.getByRole('button', { name: /^Đã duyệt: 8\/32/ }));
  expect(await screen.findByText(origin.sentence)).toBeTruthy();
});

test('what the numerator leaves out is told with its number and leads to its own list', async () => {
  await renderPage(<ExplicitFigure value="8/32" origin={origin} />);
  fireEvent.click(screen.getByRole('button', { name: /8\/32/ }));

  const link = await screen.findByRole('link', { name: 'chưa duyệt' });
  expect(link.getAttribute('href')).toBe('/units?show=open');
  expect(link.closest('p')?.textContent).toBe('Còn lại 24 chưa duyệt');
});

test('brackets and commas stay on the line of their number', async () => {
  const { container } = await renderPage(
    <p data-told>
      <FigureSentence tell={({ done, share }) => `Xong ${done} (${share}), còn lại (chưa rõ).`} figures={{ done: '8', share: '25 %' }} />
    </p>,
  );
  expect(container.querySelector('[data-told]')?.textContent).toBe('Xong 8 (25 %), còn lại (chưa rõ).');
  expect([...container.querySelectorAll('[data-told] > span')].map((one) => one.textContent)).toEqual(['8', '(25 %),']);
});

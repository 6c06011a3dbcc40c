// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Problem } from '../../api/problem.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { Failed } from './states.tsx';

const refusal = new Problem({
  status: 409,
  code: 'documents.number_taken',
  title: 'Không thực hiện được lúc này',
  detail: 'Số 1367/QĐ-UBND đã được dùng. Hãy chọn số khác.',
  requestId: 'r-1',
});

test('a refusal is told in the sentence of the server', async () => {
  await renderPage(<ProblemNotice error={refusal} />);

  expect(screen.getByRole('alert').textContent).toContain('Số 1367/QĐ-UBND đã được dùng. Hãy chọn số khác.');
});

test('errors of fields are listed with their fields', async () => {
  await renderPage(
    <ProblemNotice
      error={
        new Problem({
          status: 422,
          code: 'platform.invalid',
          title: 'Dữ liệu chưa đúng',
          detail: 'Có 1 mục chưa đúng.',
          fields: [{ path: 'subject', message: 'còn thiếu' }],
        })
      }
    />,
  );

  expect(screen.getByRole('listitem').textContent).toBe('subject: còn thiếu');
});

test('a lost connection, a time-out and a forbidden page never look alike', async () => {
  const texts = new Set<string | null>();
  for (const error of [
    new TypeError('failed to fetch'),
    new DOMException('late', 'TimeoutError'),
    new Problem({ status: 403, code: 'platform.forbidden', title: '', detail: '' }),
    new Problem({ status: 500, code: 'platform.unexpected', title: '', detail: 'Máy chủ gặp lỗi.' }),
  ]) {
    const { container, unmount } = await renderPage(<Failed error={error} />);
    texts.add(container.textContent);
    unmount();
  }
  expect(texts.size).toBe(4);
  expect([...texts].join(' ')).toContain('Không nối được tới máy chủ');
  expect([...texts].join(' ')).toContain('Ông/bà không có quyền xem trang này');
});

test('a failed load can be asked for again', async () => {
  const retry = vi.fn();
  await renderPage(<Failed error={refusal} onRetry={retry} />);
  fireEvent.click(screen.getByRole('button', { name: 'Tải lại' }));

  expect(retry).toHaveBeenCalledOnce();
});

// SPDX-License-Identifier: Apache-2.0
import { type ComponentType, lazy, useEffect, useRef } from 'react';
import { Problem } from '../../api/problem.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { toastProblem } from './toasts.tsx';

/**
 * A part of a page whose program is fetched when it is first shown. Where its file cannot be fetched, because the line is down or an
 * upgrade has taken it away, the page stays with all that is typed on it, and a sentence says what to do.
 */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return lazy(async () => ({ default: await load().catch((): ComponentType<P> => Unfetched) }));
}

const unfetched = new Problem({ status: 0, code: 'web.unfetched', title: '', detail: '' });

/** In the place of such a part: a dialog is closed again and the corner says why, anything else says so where it would stand. */
function Unfetched(props: object) {
  const { opened = true, onClose, onStay, onDone } = props as Readonly<Record<string, unknown>>;
  const close = [onClose, onStay, onDone].find((one): one is () => void => typeof one === 'function');
  const isTold = useRef(false);
  useEffect(() => {
    if (opened === false || !close) isTold.current = false;
    else if (!isTold.current) {
      isTold.current = true;
      toastProblem(unfetched);
      close();
    }
  });
  return close || opened === false ? null : <ProblemNotice error={unfetched} loading />;
}

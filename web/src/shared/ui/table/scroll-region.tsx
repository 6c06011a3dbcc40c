// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useEffect, useRef, useState } from 'react';
import css from './data-table.module.css';

/** The frame of a table; where it scrolls, the keyboard reaches it and a screen reader names it. */
type Props = {
  readonly label: string;
  readonly children: ReactNode;
  /** A sheet that stays a sheet on a phone scrolls at every width. */
  readonly isSheet?: boolean;
};

export function ScrollRegion({ label, children, isSheet = false }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const measure = (): void => {
      const clips = getComputedStyle(element).overflowX !== 'visible';
      setScrolls(clips && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={frame}
      className={`${css['scroll']} ${isSheet ? css['sheet'] : ''}`}
      {...(scrolls ? { tabIndex: 0, role: 'region', 'aria-label': label } : {})}
    >
      {children}
    </div>
  );
}

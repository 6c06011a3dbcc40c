// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useEffect, useRef, useState } from 'react';
import css from './data-table.module.css';

type Props = {
  readonly label: string;
  readonly children: ReactNode;
  /** A sheet that stays a sheet on a phone scrolls at every width. */
  readonly isSheet?: boolean;
};

/** The frame of a table; where it scrolls, the keyboard reaches it, a screen reader names it, and columns that are cut fade. */
export function ScrollRegion({ label, children, isSheet = false }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  const [isCut, setIsCut] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const measure = (): void => {
      const clips = getComputedStyle(element).overflowX !== 'visible';
      setIsCut(clips && element.scrollLeft + element.clientWidth < element.scrollWidth - 1);
      setScrolls(clips && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, []);
  return (
    <div
      ref={frame}
      className={`${css['scroll']} ${isSheet ? css['sheet'] : ''}`}
      data-cut={isCut || undefined}
      {...(scrolls ? { tabIndex: 0, role: 'region', 'aria-label': label } : {})}
    >
      {children}
    </div>
  );
}

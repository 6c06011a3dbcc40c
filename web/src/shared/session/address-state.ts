// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';

type Texts = Readonly<Record<string, string>>;

function read<T extends Texts>(address: URLSearchParams, empty: T): T {
  return {
    ...empty,
    ...Object.fromEntries(Object.keys(empty).flatMap((key) => (address.has(key) ? [[key, address.get(key) ?? '']] : []))),
  };
}

function write(values: Texts, empty: Texts): URLSearchParams {
  return new URLSearchParams(Object.entries(values).filter(([key, value]) => value !== '' && value !== empty[key]));
}

/**
 * What a list is filtered and ordered by, kept in the address: going back, reloading and passing the address on
 * show the same list. Fields are bound to the state itself, because the address follows a moment later. A change that is
 * a `step` can be gone back from; typing and turning pages cannot.
 */
export function useAddressState<T extends Texts>(empty: T): readonly [T, (next: T, kind?: 'step') => void] {
  const [address, setAddress] = useSearchParams();
  const [values, setValues] = useState(() => read(address, empty));
  // What this page has written and the address has not shown yet, in order.
  const written = useRef([write(values, empty).toString()]);
  const now = address.toString();
  const first = useRef(empty);
  useEffect(() => {
    const place = written.current.indexOf(now);
    written.current = place < 0 ? [] : written.current.slice(place + 1);
    if (place >= 0) return;
    setValues(read(new URLSearchParams(now), first.current));
  }, [now]);
  const change = (next: T, kind?: 'step'): void => {
    setValues(next);
    const text = write(next, empty);
    if (text.toString() !== (written.current.at(-1) ?? now)) written.current.push(text.toString());
    setAddress(text, { replace: kind !== 'step' || text.toString() === now, preventScrollReset: true });
  };
  return [values, change];
}

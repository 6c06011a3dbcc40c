// SPDX-License-Identifier: Apache-2.0
import { createHmac, timingSafeEqual } from 'node:crypto';

/** How better-auth signs its cookies: the value, a dot, its HMAC with SHA-256 in base64, all of it percent-encoded. */
export type CookieSeal = { readonly name: string; readonly secret: string };

/** The value of a signed cookie of a `Cookie` header; undefined where it is not there or not signed with the secret. */
export function signedCookie(header: string | null, { name, secret }: CookieSeal): string | undefined {
  const written = header
    ?.split(/; */)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  const sealed = written && decoded(written);
  const dot = sealed ? sealed.lastIndexOf('.') : -1;
  if (!sealed || dot < 1) return undefined;
  const [value, signature] = [sealed.slice(0, dot), Buffer.from(sealed.slice(dot + 1))];
  const expected = Buffer.from(createHmac('sha256', secret).update(value).digest('base64'));
  return signature.length === expected.length && timingSafeEqual(signature, expected) ? value : undefined;
}

function decoded(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
}

// SPDX-License-Identifier: Apache-2.0
import { currentLanguage } from '../i18n/i18n.ts';
import { positionHeaders } from '../session/position.ts';
import { api, apiAddress } from './client.ts';
import { asProblem, Problem, type ProblemBody } from './problem.ts';

/** Sends a file with its progress from 0 to 1; `fetch` does not tell how far an upload is. */
export function upload<T>(path: string, form: FormData, onProgress: (part: number) => void, method: 'POST' | 'PUT' = 'POST'): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, apiAddress(path));
    request.responseType = 'json';
    for (const [name, value] of Object.entries({ 'accept-language': currentLanguage(), ...positionHeaders() }))
      request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onerror = () => reject(asProblem(new TypeError('network')));
    request.onload = () => {
      const body: unknown = request.response;
      if (request.status >= 200 && request.status < 300) return resolve(body as T);
      const problem = typeof body === 'object' && body !== null && 'code' in body ? (body as ProblemBody) : null;
      return reject(new Problem(problem ?? { status: request.status, code: `http.${request.status}`, title: '', detail: '' }));
    };
    request.send(form);
  });
}

function nameOf(disposition: string | null, fallback: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1];
  return encoded ? decodeURIComponent(encoded) : (plain ?? fallback);
}

/** Fetches a made file and hands it to the browser; a refusal is thrown as a problem instead of saved as a file. */
export async function download(method: 'GET' | 'POST', path: string, fallbackName: string, body?: unknown): Promise<void> {
  const response = await api.raw(method, path, body === undefined ? {} : { body });
  const blob = await response.blob();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = nameOf(response.headers.get('content-disposition'), fallbackName);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 30_000);
}

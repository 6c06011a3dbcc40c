// SPDX-License-Identifier: Apache-2.0
import type { FastifyReply } from 'fastify';
import { contentDisposition } from '#platform/files/file-name';
import type { Output } from '../usecases/outputs/render-outputs.ts';

/** Sends a paper as a download; `x-tuongminh-final` tells whether these are the bytes of the issued paper. */
export async function sendOutput(reply: FastifyReply, output: Output): Promise<FastifyReply> {
  const content = output.content instanceof Uint8Array ? Buffer.from(output.content) : output.content;
  return reply
    .type(output.mediaType)
    .header('content-disposition', contentDisposition(output.name))
    .header('cache-control', 'private, no-store')
    .header('x-tuongminh-final', String(output.isFinal))
    .send(content);
}

// SPDX-License-Identifier: Apache-2.0
import { crc32, createDeflateRaw } from 'node:zlib';

type Part = {
  readonly name: string;
  readonly crc: number;
  readonly packed: readonly Buffer[];
  readonly packedBytes: number;
  readonly bytes: number;
};

/** A zip file made part by part; only what is packed stays in memory. */
export type ZipWriter = {
  add(name: string, content: string | AsyncIterable<string | Buffer>): Promise<void>;
  finish(): Buffer;
};

// The day of every part: archives of the same content are the same to the byte.
const dosDate = ((2_000 - 1_980) << 9) | (1 << 5) | 1;

export function createZipWriter(): ZipWriter {
  const parts: Part[] = [];
  return {
    async add(name, content) {
      parts.push(await pack(name, typeof content === 'string' ? [content] : content));
    },
    finish: () => assemble(parts),
  };
}

async function pack(name: string, content: Iterable<string | Buffer> | AsyncIterable<string | Buffer>): Promise<Part> {
  const deflate = createDeflateRaw();
  const packed: Buffer[] = [];
  let packedBytes = 0;
  deflate.on('data', (piece: Buffer) => {
    packed.push(piece);
    packedBytes += piece.length;
  });
  const ended = new Promise<void>((resolve, reject) => deflate.once('end', resolve).once('error', reject));
  let [crc, bytes] = [0, 0];
  for await (const piece of content) {
    const buffer = typeof piece === 'string' ? Buffer.from(piece) : piece;
    crc = crc32(buffer, crc);
    bytes += buffer.length;
    if (!deflate.write(buffer)) await new Promise<void>((resolve) => deflate.once('drain', resolve));
  }
  deflate.end();
  await ended;
  return { name, crc, packed, packedBytes, bytes };
}

function assemble(parts: readonly Part[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const header = fields(part, name.length);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), header, name]);
    pieces.push(local, ...part.packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), header, tail, name]));
    offset += local.length + part.packedBytes;
  }
  const directoryBytes = directory.reduce((sum, entry) => sum + entry.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}

/** What the local header and the directory have in common; names are UTF-8. */
function fields(part: Part, nameBytes: number): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(0x0800, 2);
  header.writeUInt16LE(8, 4);
  header.writeUInt16LE(dosDate, 8);
  header.writeUInt32LE(part.crc, 10);
  header.writeUInt32LE(part.packedBytes, 14);
  header.writeUInt32LE(part.bytes, 18);
  header.writeUInt16LE(nameBytes, 22);
  return header;
}

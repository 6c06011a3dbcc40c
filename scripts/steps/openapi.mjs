// SPDX-License-Identifier: Apache-2.0
// Prints the OpenAPI document from the sources, without a build.
import process from 'node:process';
import { print } from '../../server/src/cli/openapi.ts';

await print({ out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) });

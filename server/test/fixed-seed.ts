// SPDX-License-Identifier: Apache-2.0
import process from 'node:process';
import fc from 'fast-check';

/**
 * Property tests draw the same cases each time, so that a commit which was green stays green.
 * `TEST_SEED=random` looks for other cases, `TEST_SEED=<number>` repeats what such a run has printed.
 */
const wanted = process.env['TEST_SEED'] ?? '20220913';
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: wanted === 'random' ? Math.trunc(Math.random() * 2 ** 31) : Number(wanted) });

// SPDX-License-Identifier: Apache-2.0

export { sectorsQuery } from './model/procedures.api.ts';

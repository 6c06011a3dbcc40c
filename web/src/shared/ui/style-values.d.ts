// SPDX-License-Identifier: Apache-2.0
import 'react';

declare module 'react' {
  interface CSSProperties {
    '--depth'?: number;
    '--part'?: number;
  }
}

// SPDX-License-Identifier: Apache-2.0
export { DocumentLink } from './document-link.tsx';
export { DocumentPicker } from './document-picker.tsx';

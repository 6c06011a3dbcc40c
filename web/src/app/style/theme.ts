// SPDX-License-Identifier: Apache-2.0
import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The deep lacquer red of the state's seal: actions and the explicit figure, nothing else. */
const lacquer: MantineColorsTuple = [
  '#fbeeee',
  '#f3d6d6',
  '#e3a9ab',
  '#d27b7e',
  '#c45358',
  '#b53a40',
  '#a82830',
  '#9e1b22',
  '#85151b',
  '#6b1015',
];

/** Greys of the paper, not of the screen. */
const gray: MantineColorsTuple = [
  '#fbfaf7',
  '#f3f0e9',
  '#e9e5dc',
  '#ddd8ce',
  '#cfc9be',
  '#b3ada2',
  '#8a847a',
  '#6d685f',
  '#57534d',
  '#2c2a28',
];

const fontFamily = "'Be Vietnam Pro', system-ui, 'Segoe UI', Roboto, sans-serif";

export const theme = createTheme({
  colors: { lacquer, gray },
  primaryColor: 'lacquer',
  primaryShade: 7,
  white: '#fffefb',
  black: '#1c1b1a',
  fontFamily,
  fontSizes: { xs: '12.5px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: { fontFamily, fontWeight: '600' },
  defaultRadius: 3,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    // Help stands below its field, so that fields beside each other stand on one line.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
  },
});

/** The house in Mantine's words: palettes, type, radii and defaults of components. Colours in use come from tokens.css. */
import {
  createTheme, type CSSVariablesResolver, defaultVariantColorsResolver, type MantineColorsTuple, parseThemeColor, type VariantColorsResolver,
} from '@mantine/core';

function palette(ten: string): MantineColorsTuple {
  const [a, b, c, d, e, f, g, h, i, j] = ten.split(' ').map(hex => `#${hex}`) as [
    string, string, string, string, string, string, string, string, string, string,
  ];
  return [a, b, c, d, e, f, g, h, i, j];
}

/** In the dark every filled colour is a light one and wants dark words; Mantine chooses for the light scheme alone. */
const readableWhenFilled: VariantColorsResolver = input => {
  const colours = defaultVariantColorsResolver(input);
  const parsed = parseThemeColor({ color: input.color ?? input.theme.primaryColor, theme: input.theme });
  const followsScheme = parsed.isThemeColor && parsed.shade === undefined;
  return input.variant === 'filled' && followsScheme ? { ...colours, color: 'var(--ins-on-green)' } : colours;
};

export const theme = createTheme({
  variantColorResolver: readableWhenFilled,
  primaryColor: 'verde',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.22,
  white: '#FEFEFB',
  black: '#1B2723',
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  fontFamily: "'Instrument Sans Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'IBM Plex Mono', ui-monospace, monospace",
  colors: {
    verde: palette('EFF6F1 DCEBE1 AEDBC5 7CCBA9 64AE90 4D9278 367660 1F5C4A 164537 0D2F25'),
    zafferano: palette('FCF5E4 F8EBCB EECC8A E3AC3C D59B2E C78B20 B97B0C 7A5200 593B00 3A2600'),
    oltremare: palette('EFF4FB DFE9F6 AFCAEF 7FAAE6 6493D4 497CC2 2D66B0 23548F 193D6A 0F2848'),
    mosto: palette('FAF1F5 F4E3EA E0ABC3 C9749E B5628A A15177 8D4064 7A2F52 5A213C 3B1427'),
    mattone: palette('FDF2F0 FAE4E0 F7B8AE F08A7C DF7365 CD5D4F BB4538 A92B20 7D1E16 54120C'),
    arancio: palette('FDF5EC FBEADA F7C79E F0A45E DA8D4A C57637 AF6022 9A4A06 713502 4A2200'),
    gray: palette('F9F9F4 F3F3EC E9E9DF DCDDD1 C9CCBF B4B9AD 818B83 5E6B65 4C5A54 1B2723'),
    dark: palette('ECEDE4 D0D6CE B4BDB6 98A59F 3A4641 2A342F 1C2421 131917 0E1311 090D0B'),
  },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '1.33', sm: '1.4', md: '1.45', lg: '1.5', xl: '1.6' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
  shadows: { xs: '0 1px 2px rgba(27,39,35,.07)', sm: 'var(--ins-shadow-toolbar)', md: 'var(--ins-shadow-popover)' },
  headings: {
    fontFamily: "'Newsreader Variable', Georgia, serif",
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '34px', lineHeight: '1.12' },
      h2: { fontSize: '23px', lineHeight: '1.2' },
      h3: { fontSize: '18px', lineHeight: '1.2' },
      h4: { fontSize: '16px', lineHeight: '1.25' },
    },
  },
  breakpoints: { xs: '24em', sm: '48em', md: '64em', lg: '80em', xl: '120em' },
  components: {
    Button: { defaultProps: { fw: 600 } },
    Menu: { defaultProps: { radius: 'lg', shadow: 'md', offset: 6 } },
    Modal: { defaultProps: { radius: 'lg', shadow: 'md', centered: true, padding: 24, overlayProps: { backgroundOpacity: 0.32 } } },
    Paper: { defaultProps: { withBorder: true, radius: 'lg' } },
    Popover: { defaultProps: { radius: 'lg', shadow: 'md' } },
    SegmentedControl: { defaultProps: { radius: 'md' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, color: 'var(--ins-ink)', c: 'var(--ins-on-ink)', fz: 13 } },
  },
});

/** Mantine's own variables that should say what our tokens say. */
const SAME_IN_BOTH = {
  '--mantine-color-body': 'var(--ins-ground)',
  '--mantine-color-text': 'var(--ins-ink)',
  '--mantine-color-bright': 'var(--ins-ink)',
  '--mantine-color-dimmed': 'var(--ins-ink-3)',
  '--mantine-color-placeholder': 'var(--ins-ink-3)',
  '--mantine-color-default': 'var(--ins-surface)',
  '--mantine-color-default-hover': 'var(--ins-ground)',
  '--mantine-color-default-color': 'var(--ins-ink)',
  '--mantine-color-default-border': 'var(--ins-control)',
  '--mantine-color-error': 'var(--ins-danger)',
  '--mantine-color-anchor': 'var(--ins-green)',
  '--mantine-primary-color-filled': 'var(--ins-green)',
  '--mantine-primary-color-filled-hover': 'var(--ins-green-hover)',
};

/** Mantine's own variables say what our tokens say; stated per scheme, because Mantine's are too, and stronger than `:root`. */
export const variables: CSSVariablesResolver = () => ({ variables: {}, light: SAME_IN_BOTH, dark: SAME_IN_BOTH });

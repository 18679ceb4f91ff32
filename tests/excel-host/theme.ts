// Office's colours as `Office.context.officeTheme` gives them. Without `isDarkTheme`: the pinned library makes a colour text of
// every value it is given, so that a light theme's `false` would come out as a text, which counts as true.

/** Colours as numbers: 0xRRGGBB. */
export interface OfficeTheme {
  readonly primaryFontColor: number;
  readonly primaryBackgroundColor: number;
  readonly secondaryFontColor: number;
  readonly secondaryBackgroundColor: number;
}

export const LIGHT_THEME: OfficeTheme = {
  primaryFontColor: 0x000000,
  primaryBackgroundColor: 0xe6e6e6,
  secondaryFontColor: 0x262626,
  secondaryBackgroundColor: 0xffffff,
};

export const DARK_THEME: OfficeTheme = {
  primaryFontColor: 0xffffff,
  primaryBackgroundColor: 0x262626,
  secondaryFontColor: 0xffffff,
  secondaryBackgroundColor: 0x171717,
};

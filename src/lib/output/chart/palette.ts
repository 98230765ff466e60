/** What colours stand on: a light or a dark page, or a report that is read on either. */
export type Ground = 'light' | 'dark' | 'either';

/**
 * The colours of categories. All pairs can be told apart by readers without one kind of cone too, and each from its ground: they
 * differ in lightness as well as in hue, which leaves less room where the ground may be either.
 */
export const palettes: Readonly<Record<Ground, readonly string[]>> = {
  light: ['#0063d3', '#ee680e', '#184e40', '#b82d66', '#0698f9', '#3f1980', '#bb819e', '#4c5716'],
  dark: ['#4daafc', '#d68a11', '#29eebb', '#be443f', '#a15ead', '#e7d620', '#85a879', '#786f6e'],
  either: ['#1f77d0', '#dd465f', '#2f825d', '#cd66a2', '#8488f6', '#7c7509', '#049ebc', '#928782'],
};

/** The colours of quantities, from the least on: by lightness alone. */
export const ramps: Readonly<Record<Ground, readonly string[]>> = {
  light: ['#d6e6f5', '#9cc8f0', '#3a86d4', '#0b3d7a'],
  dark: ['#22405f', '#2f6ea8', '#63b0f0', '#d6ecff'],
  either: ['#d6e6f5', '#9cc8f0', '#3a86d4', '#0b3d7a'],
};

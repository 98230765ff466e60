import { dimensions } from '#kpi';
import { say, tell, type Locale } from '#messages';

/** Dimensions that only an explanation knows. */
const further = ['hour', 'first_response', 'reopened', 'scale', 'answer_delay'] as const;

/** What a dimension is called, or two of them; a custom field by its own name. */
export function dimensionText(name: string, locale: Locale): string {
  return name
    .split(' × ')
    .map((each) => {
      const known = dimensions.find((dimension) => dimension.name === each);
      if (known) return tell(locale, known.label);
      const own = further.find((one) => one === each);
      return own ? say(locale, `output.dimension.${own}`) : each.replace(/^field:/, '');
    })
    .join(' × ');
}

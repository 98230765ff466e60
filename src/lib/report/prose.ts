import { Marked, type Tokens } from 'marked';
import { escapeHtml } from './escape.ts';

const marked = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }: Tokens.HTML | Tokens.Tag) => escapeHtml(text),
    image: ({ text, href }: Tokens.Image) => escapeHtml(text || href),
    link({ href, title, tokens }: Tokens.Link) {
      const words = this.parser.parseInline(tokens);
      const hint = title ? ` title="${escapeHtml(title)}"` : '';
      return isPlainAddress(href)
        ? `<a href="${escapeHtml(href)}"${hint} rel="noopener noreferrer">${words}</a>`
        : words;
    },
  },
});

/** A notebook's prose as HTML with nothing in it that loads or runs: raw HTML is shown as text, an image as its words. */
export function proseToHtml(source: string): string {
  return marked.parse(source, { async: false });
}

function isPlainAddress(href: string): boolean {
  return /^(https?:|mailto:|#)/i.test(href.trim());
}

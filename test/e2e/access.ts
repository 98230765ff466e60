import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe has against the page as it stands, one line each rule and place: all it knows, or what colours alone decide. */
export async function axeFinds(page: Page, what: 'everything' | 'colours'): Promise<string[]> {
  await page.evaluate(readFileSync(axeFile, 'utf8'));
  return page.evaluate(
    async (tags) => {
      const axe: unknown = Reflect.get(globalThis, 'axe');
      if (typeof axe !== 'object' || axe === null) return ['axe is not there'];
      const run: unknown = Reflect.get(axe, 'run');
      if (typeof run !== 'function') return ['axe cannot be run'];
      interface Found {
        readonly violations: readonly {
          readonly id: string;
          readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
        }[];
      }
      const found: Found = await run.call(axe, document, { resultTypes: ['violations'], ...tags });
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
      );
    },
    what === 'colours' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {},
  );
}

/** What needs no axe: controls without a name, ids that are there twice, text that is hard to read. */
export function ownFinds(page: Page): Promise<string[]> {
  return page.evaluate<string[]>('ownFinds()');
}

/** Makes `ownFinds` possible on a page, and on those that it becomes. */
export async function arm(page: Page): Promise<void> {
  const all = 'globalThis.ownFinds = () => [...nameless(), ...twice(), ...faint()];';
  const parts = [nameless, twice, faint, nameOf, colourOf, behind];
  await page.addInitScript({ content: [...parts, all].join('\n') });
}

function nameless(): string[] {
  const roles = ['button', 'tab', 'option', 'treeitem', 'menuitem', 'checkbox', 'switch', 'slider', 'grid'];
  const selector = [
    'button, a[href], input:not([type=hidden]), select, textarea, summary, dialog, [tabindex="0"]',
    ...[...roles, 'combobox', 'textbox', 'dialog', 'separator'].map((role) => `[role=${role}]`),
  ].join(', ');
  return [...document.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && nameOf(element) === '')
    .filter((element) => element.closest('[aria-hidden=true]') === null)
    .map((element) => `no name: ${element.outerHTML.slice(0, 120)}`);
}

function nameOf(element: Element): string {
  const byIds = (element.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');
  const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : [];
  const said = [
    byIds,
    element.getAttribute('aria-label') ?? '',
    ...labels.map((label) => label.textContent ?? ''),
    element.textContent ?? '',
    element.getAttribute('title') ?? '',
    element.getAttribute('placeholder') ?? '',
  ];
  return said.map((text) => text.trim()).find((text) => text !== '') ?? '';
}

function twice(): string[] {
  const ids = [...document.querySelectorAll('[id]')]
    .filter((element) => element.closest('svg') === null)
    .map(({ id }) => id);
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map((id) => `id twice: ${id}`);
}

/** Text whose contrast with what is behind it is less than 4.5 to 1, or 3 to 1 where it is large. */
function faint(): string[] {
  const part = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const light = ([red = 0, green = 0, blue = 0]: readonly number[]) =>
    0.2126 * part(red / 255) + 0.7152 * part(green / 255) + 0.0722 * part(blue / 255);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set<string>();
  while (walker.nextNode()) {
    const { currentNode } = walker;
    const element = currentNode.parentElement;
    const text = currentNode.textContent?.trim() ?? '';
    if (
      !element ||
      text === '' ||
      !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    )
      continue;
    if (element.closest('svg, script, style, option, :disabled, [aria-disabled=true], [aria-hidden=true]'))
      continue;
    const style = getComputedStyle(element);
    const under = behind(element);
    const over = colourOf(style.color, under);
    const [high = 0, low = 0] = [light(over), light(under)].sort((a, b) => b - a);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const contrast = (high + 0.05) / (low + 0.05);
    if (contrast < (isLarge ? 3 : 4.5))
      found.add(
        `${contrast.toFixed(2)}: ${over.map(Math.round).join(' ')} on ${under.map(Math.round).join(' ')}: “${text.slice(0, 40)}” in ${element.tagName.toLowerCase()}.${element.className}`,
      );
  }
  return [...found];
}

/** A colour of CSS laid over another: red, green and blue. */
function colourOf(colour: string, under: readonly number[]): number[] {
  const numbers = (colour.match(/[\d.]+(?:e-?\d+)?%?/g) ?? []).map(Number);
  const [red = 0, green = 0, blue = 0, alpha = 1] = /^color\(/.test(colour)
    ? numbers.map((value, at) => (at < 3 ? value * 255 : value))
    : numbers;
  return [red, green, blue].map((value, at) => value * alpha + (under[at] ?? 0) * (1 - alpha));
}

/** What is seen behind an element's text. */
function behind(element: Element | null): number[] {
  if (!element) return [255, 255, 255];
  const { backgroundColor } = getComputedStyle(element);
  const isOpaque = /^rgb\(/.test(backgroundColor);
  return colourOf(backgroundColor, isOpaque ? [0, 0, 0] : behind(element.parentElement));
}

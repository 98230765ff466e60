import { describe, expect, test } from 'vitest';
import { Tabs } from '../../src/lib/workspace/Tabs.svelte.ts';

const a = { kind: 'notebook', path: 'own/a.md' } as const;
const b = { kind: 'notebook', path: 'own/b.md' } as const;
const csat = { kind: 'kpi', id: 'csat' } as const;
const nps = { kind: 'kpi', id: 'nps' } as const;

/** `a*` is in front, `(a)` is a preview. */
function outline(tabs: Tabs): string {
  return tabs.list
    .map(({ id, preview }) => `${preview ? `(${id})` : id}${id === tabs.activeId ? '*' : ''}`)
    .join(' ');
}

describe('tabs', () => {
  test('a preview gives way to the next preview, a kept tab does not', () => {
    const tabs = new Tabs();
    tabs.open(a, { pin: true });
    tabs.open(csat);
    tabs.open(nps);
    expect(outline(tabs)).toBe('notebook:own/a.md (kpi:nps)*');
  });

  test('opening what is open brings it to the front, and keeps it if asked to', () => {
    const tabs = new Tabs();
    tabs.open(csat);
    tabs.open(a, { pin: true });
    tabs.open(csat, { pin: true });
    expect(outline(tabs)).toBe('kpi:csat* notebook:own/a.md');
  });

  test('closing goes back to the tab before, reopening brings it back', () => {
    const tabs = new Tabs();
    for (const content of [a, b, csat]) tabs.open(content, { pin: true });
    tabs.activate('notebook:own/a.md');
    tabs.activate('kpi:csat');
    tabs.close('kpi:csat');
    expect(outline(tabs)).toBe('notebook:own/a.md* notebook:own/b.md');
    tabs.reopen();
    expect(outline(tabs)).toBe('notebook:own/a.md kpi:csat* notebook:own/b.md');
  });

  test('pinned tabs stand first, and stay when others or all are closed', () => {
    const tabs = new Tabs();
    for (const content of [a, b, csat]) tabs.open(content, { pin: true });
    tabs.stick('kpi:csat', true);
    tabs.closeLoose('kpi:csat');
    expect(outline(tabs)).toBe('kpi:csat* notebook:own/a.md notebook:own/b.md');
    tabs.closeOthers('notebook:own/a.md');
    expect(outline(tabs)).toBe('kpi:csat* notebook:own/a.md');
    tabs.stick('kpi:csat', false);
    tabs.closeAll();
    expect(outline(tabs)).toBe('');
  });

  test('the order of use begins with the tab in front', () => {
    const tabs = new Tabs();
    for (const content of [a, b, csat]) tabs.open(content, { pin: true });
    tabs.activate('notebook:own/a.md');
    expect(tabs.recent.map(({ id }) => id)).toEqual(['notebook:own/a.md', 'kpi:csat', 'notebook:own/b.md']);
  });

  test('a tab that is dragged lands before the one it is dropped on', () => {
    const tabs = new Tabs();
    for (const content of [a, b, csat]) tabs.open(content, { pin: true });
    tabs.move('kpi:csat', 'notebook:own/a.md');
    expect(outline(tabs)).toBe('kpi:csat* notebook:own/a.md notebook:own/b.md');
    tabs.move('kpi:csat', null);
    expect(outline(tabs)).toBe('notebook:own/a.md notebook:own/b.md kpi:csat*');
  });

  test('a tab that goes on under another path stays the same tab', () => {
    const tabs = new Tabs();
    tabs.open(a);
    const before = tabs.list[0]?.key;
    tabs.replace('notebook:own/a.md', b);
    expect(outline(tabs)).toBe('notebook:own/b.md*');
    expect(tabs.list[0]?.key).toBe(before);
  });

  test('only tabs that have been in front are drawn', () => {
    const tabs = new Tabs();
    tabs.restore(
      [
        { content: a, preview: false, sticky: false },
        { content: b, preview: false, sticky: false },
      ],
      'notebook:own/b.md',
    );
    expect(outline(tabs)).toBe('notebook:own/a.md notebook:own/b.md*');
    expect(tabs.visited).toEqual([tabs.list[1]?.key]);
  });

  test('its listener hears of every change, and of every tab that goes', () => {
    const heard: string[] = [];
    const tabs = new Tabs({ onclose: ({ id }) => heard.push(`close ${id}`), onchange: () => {} });
    tabs.open(csat);
    tabs.open(nps);
    tabs.close('kpi:nps');
    expect(heard).toEqual(['close kpi:csat', 'close kpi:nps']);
  });
});

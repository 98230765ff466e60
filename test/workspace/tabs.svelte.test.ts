import { describe, expect, test } from 'vitest';
import { Tabs } from '../../src/lib/workspace/Tabs.svelte.ts';
import { toWindowState, windowStateOf } from '../../src/lib/workspace/window-state.ts';

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
    const kept = [a, b].map((content) => ({ content, preview: false, sticky: false }));
    tabs.restore({ groups: [{ tabs: kept, activeId: 'notebook:own/b.md', share: 1 }], current: 0 });
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

/** The groups from left to right, the one in use in brackets. */
function groups(tabs: Tabs): string {
  const names = tabs.groups.map(({ key, list, activeId }) => {
    const line = list.map(({ id }) => `${id.replace(/^.*[:/]/, '')}${id === activeId ? '*' : ''}`).join(' ');
    return key === tabs.current.key ? `[${line}]` : line;
  });
  return names.join(' | ');
}

describe('groups of tabs', () => {
  const opened = (): Tabs => {
    const tabs = new Tabs();
    for (const content of [a, b]) tabs.open(content, { pin: true });
    return tabs;
  };

  test('splitting shows the tab in front once more on the right, where one goes on', () => {
    const tabs = opened();
    tabs.split();
    expect(groups(tabs)).toBe('a.md b.md* | [b.md*]');
    tabs.open(csat);
    expect(groups(tabs)).toBe('a.md b.md* | [b.md csat*]');
  });

  test('what is open somewhere is brought to the front there', () => {
    const tabs = opened();
    tabs.split();
    tabs.open(a);
    expect(groups(tabs)).toBe('[a.md* b.md] | b.md*');
  });

  test('a tab is sent to the group beside, which is made for it', () => {
    const tabs = opened();
    tabs.send('notebook:own/b.md', 1);
    expect(groups(tabs)).toBe('a.md* | [b.md*]');
    tabs.send('notebook:own/b.md', -1);
    expect(groups(tabs)).toBe('[a.md b.md*]');
  });

  test('a tab that is moved to where it is open already is there once', () => {
    const tabs = opened();
    tabs.split();
    tabs.send('notebook:own/b.md', -1);
    expect(groups(tabs)).toBe('[a.md b.md*]');
  });

  test('a group goes with its last tab, and its width with it; a content closes with its last tab', () => {
    const heard: string[] = [];
    const tabs = new Tabs({ onclose: ({ id }) => heard.push(id), onchange: () => {} });
    tabs.open(a, { pin: true });
    tabs.split();
    tabs.close('notebook:own/a.md');
    expect(groups(tabs)).toBe('[a.md*]');
    expect(tabs.current.share).toBe(1);
    expect(heard).toEqual([]);
    tabs.close('notebook:own/a.md');
    expect(heard).toEqual(['notebook:own/a.md']);
  });

  test('one goes from group to group, around the ends', () => {
    const tabs = opened();
    tabs.split();
    tabs.enterNext(1);
    expect(groups(tabs)).toBe('[a.md b.md*] | b.md*');
    tabs.enterNext(-1);
    expect(groups(tabs)).toBe('a.md b.md* | [b.md*]');
  });

  test('groups, their widths and what is in front come back from what the journal keeps', () => {
    const tabs = opened();
    tabs.split();
    tabs.open(csat);
    tabs.resize(tabs.groups[0]?.key ?? -1, 0.7);
    tabs.enterNext(1);
    const kept: unknown = JSON.parse(JSON.stringify(windowStateOf(tabs.groups, tabs.current)));
    const later = new Tabs();
    later.restore(toWindowState(kept));
    expect(groups(later)).toBe('[a.md b.md*] | b.md csat*');
    expect(later.groups.map(({ share }) => share.toFixed(2))).toEqual(['0.70', '0.30']);
    expect(later.visited).toHaveLength(2);
  });

  test('a window that was kept before there were groups is one group', () => {
    const tabs = new Tabs();
    tabs.restore(toWindowState({ tabs: [{ content: a }, { content: csat }], activeId: 'kpi:csat' }));
    expect(groups(tabs)).toBe('[a.md csat*]');
  });

  test('no group becomes narrower than can be used', () => {
    const tabs = opened();
    tabs.split();
    tabs.resize(tabs.groups[0]?.key ?? -1, 0.01);
    expect(tabs.groups.map(({ share }) => share)).toEqual([0.15, 0.85]);
  });
});

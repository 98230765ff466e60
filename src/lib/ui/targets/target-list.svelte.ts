import { kpiTargets, targets, workspaceSource, type KpiTarget, type KpiTargetSpec } from '#import';
import type { WallClock } from '#time';
import type { Workspace } from '#workspace';
import { OwnList } from '../primitives/own-list.svelte.ts';

/** The targets of one KPI, as a screen changes them. */
export class TargetList extends OwnList<KpiTargetSpec, KpiTarget> {
  constructor(workspace: Workspace, kpi: string) {
    super({
      read: async () => kpiTargets(await workspace.ready, kpi),
      write: async (own) => {
        const changed = own.map(({ member, from, to, value }) => ({ kpi, member, from, to, value }));
        await workspace.conventions.change(targets, (all) => {
          const first = all.findIndex((target) => target.kpi === kpi);
          const others = all.filter((target) => target.kpi !== kpi);
          return others.toSpliced(first < 0 ? others.length : first, 0, ...changed);
        });
      },
      isOwn: ({ sourceId }) => sourceId === workspaceSource,
      undone: 'targets.undone',
      onfail: workspace.fail,
    });
  }

  /** Puts a target in the place of another, or beside those that there are; one for the same members and time is replaced. */
  put(spec: KpiTargetSpec, instead: KpiTargetSpec | null): Promise<void> {
    const isFree = (each: KpiTarget) => !isSamePlace(each, spec) && !(instead && isSamePlace(each, instead));
    return this.change((own) => [...own.filter(isFree), spec], 'targets.saved');
  }

  end(target: KpiTargetSpec, to: WallClock): Promise<void> {
    return this.change(
      (own) => own.map((each) => (isSamePlace(each, target) ? { ...each, to } : each)),
      'targets.ended',
    );
  }

  remove(target: KpiTargetSpec): Promise<void> {
    return this.change((own) => own.filter((each) => !isSamePlace(each, target)), 'targets.removed');
  }
}

function isSamePlace(one: KpiTargetSpec, other: KpiTargetSpec): boolean {
  return one.member === other.member && one.from === other.from && one.to === other.to;
}

import { kpiTargets, setKpiTargets, workspaceSource, type KpiTarget, type KpiTargetSpec } from '#import';
import type { MessageCode } from '#messages';
import type { WallClock } from '#time';
import type { Workspace } from '#workspace';

interface Change {
  /** What was done, for the reader. */
  readonly done: MessageCode;
  readonly before: readonly KpiTargetSpec[];
}

/** The targets of one KPI, as a screen changes them; the last change can be taken back. */
export class TargetList {
  /** Null until they are read. */
  all = $state.raw<readonly KpiTarget[] | null>(null);
  last = $state.raw<Change | null>(null);
  readonly own = $derived(this.all?.filter(({ sourceId }) => sourceId === workspaceSource) ?? []);
  readonly brought = $derived(this.all?.filter(({ sourceId }) => sourceId !== workspaceSource) ?? []);

  #changing: Promise<void> = Promise.resolve();

  constructor(
    private readonly workspace: Workspace,
    private readonly kpi: string,
  ) {
    void this.#read().catch(workspace.fail);
  }

  /** Puts a target in the place of another, or beside those that there are; one for the same members and time is replaced. */
  put(spec: KpiTargetSpec, instead: KpiTargetSpec | null): Promise<void> {
    const isFree = (each: KpiTarget) => !isSamePlace(each, spec) && !(instead && isSamePlace(each, instead));
    return this.#change((own) => [...own.filter(isFree), spec], 'targets.saved');
  }

  end(target: KpiTargetSpec, to: WallClock): Promise<void> {
    return this.#change(
      (own) => own.map((each) => (isSamePlace(each, target) ? { ...each, to } : each)),
      'targets.ended',
    );
  }

  remove(target: KpiTargetSpec): Promise<void> {
    return this.#change((own) => own.filter((each) => !isSamePlace(each, target)), 'targets.removed');
  }

  async undo(): Promise<void> {
    const { last } = this;
    if (last) await this.#change(() => last.before, 'targets.undone');
  }

  /** One change after the other: each begins with what the one before has left. */
  #change(next: (own: readonly KpiTarget[]) => readonly KpiTargetSpec[], done: MessageCode): Promise<void> {
    this.#changing = this.#changing
      .then(async () => {
        const before = this.own;
        await setKpiTargets(await this.workspace.ready, this.kpi, next(before));
        await this.#read();
        this.last = { done, before };
        this.workspace.data.targetRevision += 1;
      })
      .catch(this.workspace.fail);
    return this.#changing;
  }

  async #read(): Promise<void> {
    this.all = await kpiTargets(await this.workspace.ready, this.kpi);
  }
}

function isSamePlace(one: KpiTargetSpec, other: KpiTargetSpec): boolean {
  return one.member === other.member && one.from === other.from && one.to === other.to;
}

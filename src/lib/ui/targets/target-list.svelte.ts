import { kpiTargets, setKpiTargets, workspaceSource, type KpiTarget, type KpiTargetSpec } from '#import';
import type { MessageCode } from '#messages';
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

  constructor(
    private readonly workspace: Workspace,
    private readonly kpi: string,
  ) {
    void this.#read().catch(workspace.fail);
  }

  /** Puts a target in the place of another, or beside those that there are; one for the same members and time is replaced. */
  async put(spec: KpiTargetSpec, instead: KpiTargetSpec | null): Promise<void> {
    const others = this.own.filter((each) => each !== instead && !isSamePlace(each, spec));
    await this.#set([...others, spec], 'targets.saved');
  }

  async end(target: KpiTarget, to: string): Promise<void> {
    await this.#set(
      this.own.map((each) => (each === target ? { ...each, to } : each)),
      'targets.ended',
    );
  }

  async remove(target: KpiTarget): Promise<void> {
    await this.#set(
      this.own.filter((each) => each !== target),
      'targets.removed',
    );
  }

  async undo(): Promise<void> {
    if (!this.last) return;
    await this.#set(this.last.before, 'targets.undone');
    this.last = null;
  }

  async #set(specs: readonly KpiTargetSpec[], done: MessageCode): Promise<void> {
    const before = this.own;
    try {
      await setKpiTargets(await this.workspace.ready, this.kpi, specs);
      await this.#read();
      this.last = { done, before };
      this.workspace.data.targetRevision += 1;
    } catch (error) {
      this.workspace.fail(error);
    }
  }

  async #read(): Promise<void> {
    this.all = await kpiTargets(await this.workspace.ready, this.kpi);
  }
}

function isSamePlace(one: KpiTargetSpec, other: KpiTargetSpec): boolean {
  return one.member === other.member && one.from === other.from && one.to === other.to;
}

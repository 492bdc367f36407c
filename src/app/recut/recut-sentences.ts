/** A change of the cut in sentences: what was moved, how large it is and why, and what that does to the calls. */
import type { ArchitectureDocument, Deployment, Policy, Unit } from '../../architecture/document';
import { type TranslateRecut, translateRecutInto } from '../../i18n/recut-text';
import { type MovedCall, movedCalls } from '../../workspace/recut/moved-calls';
import type { RecutResult } from '../../workspace/recut/recut';
import type { RecutNews } from '../../workspace/recut/recut-news';
import type { Text } from '../../workspace/use-text';

/** More calls than this are only counted. */
const callsTold = 3;

export function recutSentences(news: RecutNews, text: Text): string[] {
  const r = translateRecutInto(text.language);
  if (news.kind === 'done') return new Teller(news.result, news.before, text, r).sentences();
  const modules = moduleNames(news.document, news.moduleIds, text);
  return [r(`recut.refused.${news.why}`, { modules })];
}

/** `A`, `A and B`, `A, B and C`. */
export function moduleNames(
  document: ArchitectureDocument,
  moduleIds: readonly string[],
  { language, nameOf }: Text,
): string {
  const names = moduleIds.flatMap((id) => document.modules.find((one) => one.id === id) ?? []);
  return new Intl.ListFormat(language).format(names.map(({ name }) => nameOf(name)));
}

class Teller {
  readonly #document: ArchitectureDocument;
  readonly #after: Deployment;

  constructor(
    private readonly result: RecutResult,
    private readonly before: Deployment,
    private readonly text: Text,
    private readonly r: TranslateRecut,
  ) {
    this.#document = result.document;
    const after = result.document.deployments.find(({ id }) => id === result.deploymentId);
    this.#after = after ?? before;
  }

  sentences(): string[] {
    const { result, text, r } = this;
    const { crossing, inside } = movedCalls(this.#document, this.before, this.#after);
    const calls = [
      ...crossing.map((call) => this.#crossing(call)),
      ...inside.map((call) => this.#inside(call)),
    ];
    const untold = calls.length - callsTold;
    return [
      ...(result.origin === null ? [this.#movedInto()] : this.#ownProcess()),
      ...(result.isLeftGone ? [r('recut.gone', { unit: text.nameOf(result.left.name) })] : []),
      ...calls.slice(0, callsTold),
      ...(untold > 0 ? [r('recut.more', { count: untold })] : []),
      ...(result.isNewCut ? [r('recut.new', { deployment: text.nameOf(this.#after.name) })] : []),
    ];
  }

  #ownProcess(): string[] {
    const { result, text, r } = this;
    const { unit, origin } = result;
    const size = r('recut.size', {
      count: unit.replicas,
      ...this.#slots(unit),
      cores: text.format.number(unit.cores, 2),
    });
    const modules = moduleNames(this.#document, result.moduleIds, text);
    const own = r(result.moduleIds.length > 1 ? 'recut.own.several' : 'recut.own', {
      modules,
      size,
    });
    if (origin?.kind === 'sized') {
      const percent = text.format.percent(origin.utilization);
      return [own, r('recut.origin.sized', { percent })];
    }
    const deployment = this.#document.deployments.find(({ id }) => id === origin?.deploymentId);
    if (deployment === undefined) return [own];
    return [own, r('recut.origin.asIn', { deployment: text.nameOf(deployment.name) })];
  }

  #movedInto(): string {
    const { result, text, r } = this;
    return r(result.moduleIds.length > 1 ? 'recut.into.several' : 'recut.into', {
      modules: moduleNames(this.#document, result.moduleIds, text),
      unit: text.nameOf(result.unit.name),
      ...this.#slots(result.unit),
    });
  }

  #slots({ concurrency, modules }: Unit): { slots: string; slotWord: string } {
    const { text, r } = this;
    const holdsData = this.#document.modules
      .filter(({ id }) => modules.includes(id))
      .every(({ kind }) => kind === 'store' || kind === 'cache');
    return {
      slots: text.format.number(concurrency),
      slotWord: r(holdsData ? 'recut.connections' : 'recut.threads'),
    };
  }

  #crossing(call: MovedCall): string {
    const { r } = this;
    if (!call.isAwaited) return r('recut.crossing.async', this.#pair(call));
    const what = call.policy === null ? '' : this.#policy(call.policy);
    return r('recut.crossing', {
      ...this.#pair(call),
      time: this.text.format.duration(call.boundaryMs),
      policy: what === '' ? r('recut.policy.none') : r('recut.policy', { what }),
    });
  }

  #inside(call: MovedCall): string {
    const { r } = this;
    if (!call.isAwaited) return r('recut.inside.async', this.#pair(call));
    const time = this.text.format.duration(call.boundaryMs);
    return r('recut.inside', { ...this.#pair(call), time });
  }

  #pair({ callerId, calleeId }: MovedCall): { caller: string; callee: string } {
    const nameOf = (id: string) => moduleNames(this.#document, [id], this.text);
    return { caller: nameOf(callerId), callee: nameOf(calleeId) };
  }

  #policy(policy: Policy): string {
    const { text, r } = this;
    const parts = [
      ...(policy.timeoutMs === undefined
        ? []
        : [r('recut.policy.timeout', { time: text.format.duration(policy.timeoutMs) })]),
      ...(policy.retries === undefined ? [] : [r('recut.policy.retries')]),
      ...(policy.circuitBreaker === undefined ? [] : [r('recut.policy.breaker')]),
      ...(policy.bulkhead === undefined ? [] : [r('recut.policy.bulkhead')]),
      ...(policy.fallback === undefined ? [] : [r('recut.policy.fallback')]),
      ...(policy.hedge === undefined ? [] : [r('recut.policy.hedge')]),
    ];
    return new Intl.ListFormat(text.language).format(parts);
  }
}

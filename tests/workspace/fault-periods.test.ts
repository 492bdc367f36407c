import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import type { Command, Fault } from '../../src/simulation/command';
import { faultPeriodsOf, faultsAt } from '../../src/workspace/fault-periods';

const crash: Fault = { kind: 'crash' };

function paymentFault(fault: Fault, isLifted = false): Command {
  return {
    kind: 'module-fault',
    moduleId: 'payment',
    faultKind: fault.kind,
    fault: isLifted ? null : fault,
  };
}

describe('the periods of faults', () => {
  test('begin and end with the commands of the user', () => {
    const [period, ...others] = faultPeriodsOf(shop, [
      { atMs: 1000, command: paymentFault(crash) },
      { atMs: 4000, command: paymentFault(crash, true) },
    ]);
    expect(others).toEqual([]);
    expect(period).toEqual({
      target: { kind: 'module', id: 'payment' },
      fault: crash,
      fromMs: 1000,
      untilMs: 4000,
    });
    expect(faultsAt([period], 999)).toEqual([]);
    expect(faultsAt([period], 1000)).toEqual([period]);
    expect(faultsAt([period], 4000)).toEqual([]);
  });

  test('last until they are lifted', () => {
    const periods = faultPeriodsOf(shop, [{ atMs: 1000, command: paymentFault(crash) }]);
    expect(periods[0].untilMs).toBeNull();
    expect(faultsAt(periods, 1e9)).toHaveLength(1);
  });

  test('follow a slider: each strength for as long as it held, none of no length', () => {
    const at = (atMs: number, factor: number) => ({
      atMs,
      command: paymentFault({ kind: 'slow', factor }),
    });
    const periods = faultPeriodsOf(shop, [at(0, 10), at(500, 20), at(500, 30)]);
    expect(periods.map(({ fault, fromMs, untilMs }) => ({ fault, fromMs, untilMs }))).toEqual([
      { fault: { kind: 'slow', factor: 10 }, fromMs: 0, untilMs: 500 },
      { fault: { kind: 'slow', factor: 30 }, fromMs: 500, untilMs: null },
    ]);
  });

  test('of one unit are of one deployment', () => {
    const [period] = faultPeriodsOf(shop, [
      {
        atMs: 0,
        command: { kind: 'unit-crash', deploymentId: 'monolith', unitId: 'shop', isDown: true },
      },
    ]);
    expect(period.target).toEqual({ kind: 'unit', id: 'shop', deploymentId: 'monolith' });
  });

  test('tell replicas and links apart, and kinds of fault on one target', () => {
    const place = { deploymentId: 'microservices', unitId: 'catalog' };
    const link = { callerId: 'web', calleeId: 'payment' };
    const commands: Command[] = [
      { kind: 'replica-fault', ...place, replicaNumber: 2, faultKind: 'crash', fault: crash },
      { kind: 'unit-fault', ...place, faultKind: 'hog', fault: { kind: 'hog', cores: 1 } },
      { kind: 'link-fault', ...link, faultKind: 'partition', fault: { kind: 'partition' } },
      { kind: 'link-fault', ...link, faultKind: 'loss', fault: { kind: 'loss', rate: 0.5 } },
      { kind: 'link-fault', ...link, faultKind: 'partition', fault: null },
    ];
    const periods = faultPeriodsOf(
      shop,
      commands.map((command, index) => ({ atMs: index * 1000, command })),
    );
    const told = periods.map(({ target, fault, untilMs }) => [target.kind, fault.kind, untilMs]);
    expect(told).toEqual([
      ['replica', 'crash', null],
      ['unit', 'hog', null],
      ['link', 'partition', 4000],
      ['link', 'loss', null],
    ]);
  });

  test('include those of the document, in the order of time', () => {
    const document = {
      ...shop,
      timeline: [
        { atMs: 20_000, fault: 'slow' as const, module: 'payment', factor: 50, untilMs: 50_000 },
        { atMs: 5000, scale: 'web', replicas: 3 },
        { atMs: 60_000, fault: 'partition' as const, link: ['web', 'payment'] as [string, string] },
      ],
    };
    const periods = faultPeriodsOf(document, [{ atMs: 30_000, command: paymentFault(crash) }]);
    expect(periods.map(({ fault, fromMs, untilMs }) => [fault.kind, fromMs, untilMs])).toEqual([
      ['slow', 20_000, 50_000],
      ['crash', 30_000, null],
      ['partition', 60_000, null],
    ]);
  });
});

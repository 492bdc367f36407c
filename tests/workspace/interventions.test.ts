import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import type { Command, Fault, LinkFault } from '../../src/simulation/command';
import { commandsBetween, commandsFor } from '../../src/workspace/commands-between';
import {
  withLinkFault,
  withLoadPattern,
  withModuleFault,
  withOriginalPolicy,
  withoutFaults,
  withoutLinkFault,
  withoutModuleFault,
  withoutRelease,
  withoutReplicaFault,
  withoutUnitFault,
  withPolicy,
  withRelease,
  withReplicaFault,
  withScale,
  withUnitCrash,
  withUnitFault,
} from '../../src/workspace/intervene';
import {
  callKey,
  type Interventions,
  linkKey,
  noInterventions,
  originalPolicy,
  originalScale,
  replicaKey,
  unitKey,
} from '../../src/workspace/interventions';

const units = shop.deployments.flatMap(({ id, units: ofDeployment }) =>
  ofDeployment.filter(({ external }) => !external).map((unit) => [id, unit.id] as const),
);

const faults: fc.Arbitrary<Fault> = fc.oneof(
  fc.constant<Fault>({ kind: 'crash' }),
  fc.integer({ min: 2, max: 100 }).map((factor): Fault => ({ kind: 'slow', factor })),
  fc.integer({ min: 1, max: 10 }).map((tenths): Fault => ({ kind: 'errors', rate: tenths / 10 })),
  fc.integer({ min: 1, max: 10 }).map((mibPerSecond): Fault => ({ kind: 'leak', mibPerSecond })),
  fc.integer({ min: 1, max: 10 }).map((cores): Fault => ({ kind: 'hog', cores })),
);

const linkFaults = fc.constantFrom<LinkFault>(
  { kind: 'latency', addMs: 20 },
  { kind: 'latency', addMs: 40 },
  { kind: 'loss', rate: 0.2 },
  { kind: 'partition' },
);

const calls = shop.deployments.flatMap(({ id, policies }) =>
  policies.map(({ caller, callee }) => callKey(id, caller, callee)),
);
const policy = { caller: 'web', callee: 'catalog', timeoutMs: 100, cancel: false };

type Change = (interventions: Interventions) => Interventions;

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.constantFrom(...shop.modules.map(({ id }) => id)), faults).map(
    ([id, fault]): Change =>
      (before) =>
        withModuleFault(before, id, fault),
  ),
  fc.tuple(fc.constantFrom(...shop.modules.map(({ id }) => id)), faults).map(
    ([id, { kind }]): Change =>
      (before) =>
        withoutModuleFault(before, id, kind),
  ),
  fc.tuple(fc.constantFrom(...units), fc.boolean()).map(
    ([[deployment, unit], isDown]): Change =>
      (before) =>
        withUnitCrash(before, unitKey(deployment, unit), isDown),
  ),
  fc.tuple(fc.constantFrom(...units), faults, fc.boolean()).map(
    ([unit, fault, isOn]): Change =>
      (before) =>
        isOn
          ? withUnitFault(before, unitKey(...unit), fault)
          : withoutUnitFault(before, unitKey(...unit), fault.kind),
  ),
  fc.tuple(fc.constantFrom(...units), fc.integer({ min: 1, max: 3 }), faults, fc.boolean()).map(
    ([unit, number, fault, isOn]): Change =>
      (before) =>
        isOn
          ? withReplicaFault(before, replicaKey(...unit, number), fault)
          : withoutReplicaFault(before, replicaKey(...unit, number), fault.kind),
  ),
  fc.tuple(fc.constantFrom('catalog', 'payment'), linkFaults, fc.boolean()).map(
    ([callee, fault, isOn]): Change =>
      (before) =>
        isOn
          ? withLinkFault(before, linkKey('web', callee), fault)
          : withoutLinkFault(before, linkKey('web', callee), fault.kind),
  ),
  fc
    .tuple(
      fc.constantFrom(...shop.modules.map(({ id }) => id)),
      fc.constantFrom('rolling' as const, 'canary' as const),
      fc.option(faults),
      fc.boolean(),
    )
    .map(
      ([id, strategy, fault, isOut]): Change =>
        (before) =>
          isOut ? withRelease(before, id, { strategy, fault }) : withoutRelease(before, id),
    ),
  fc.tuple(fc.constantFrom(...calls), fc.constantFrom('none', 'another', 'original')).map(
    ([key, which]): Change =>
      (before) =>
        which === 'original'
          ? withOriginalPolicy(before, key)
          : withPolicy(before, key, which === 'none' ? null : policy),
  ),
  fc.constantFrom(null, [], [{ atMs: 5000, factor: 3, over: 0 }]).map(
    (pattern): Change =>
      (before) =>
        withLoadPattern(before, pattern),
  ),
  fc
    .tuple(
      fc.constantFrom(...units),
      fc.constantFrom('replicas' as const, 'concurrency' as const),
      fc.option(fc.integer({ min: 1, max: 20 })),
    )
    .map(
      ([[deployment, unit], kind, value]): Change =>
        (before) =>
          withScale(before, kind, unitKey(deployment, unit), value),
    ),
  fc.option(fc.integer({ min: 0, max: 1000 })).map(
    (arrivalRatePerSecond): Change =>
      (before) => ({ ...before, arrivalRatePerSecond }),
  ),
  fc.constant<Change>(withoutFaults),
);

const wishes = fc
  .array(changes, { maxLength: 12 })
  .map((list) => list.reduce((state, change) => change(state), noInterventions));

/** What an engine has been told, as one value per setting: an engine's memory in its plainest form. */
function settingsAfter(commands: readonly Command[]): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  const set = (key: string, value: unknown, original: unknown) => {
    if (value === original) delete settings[key];
    else settings[key] = value;
  };
  for (const command of commands) {
    switch (command.kind) {
      case 'module-fault':
        set(
          `${command.moduleId} ${command.faultKind}`,
          command.fault && JSON.stringify(command.fault),
          null,
        );
        break;
      case 'unit-crash':
        set(`${command.deploymentId}/${command.unitId} crash`, command.isDown, false);
        break;
      case 'replicas':
      case 'concurrency': {
        const original = originalScale(shop, command.deploymentId, command.unitId);
        const value = command.kind === 'replicas' ? command.replicas : command.concurrency;
        set(
          `${command.deploymentId}/${command.unitId} ${command.kind}`,
          value,
          original?.[command.kind],
        );
        break;
      }
      case 'unit-fault':
      case 'replica-fault':
      case 'link-fault': {
        const { fault, ...place } = command;
        set(JSON.stringify(place), fault && JSON.stringify(fault), null);
        break;
      }
      case 'release':
      case 'roll-back':
        set(
          `${command.moduleId} release`,
          command.kind === 'release' && JSON.stringify([command.strategy, command.fault]),
          false,
        );
        break;
      case 'policy': {
        const { deploymentId, callerId, calleeId } = command;
        const key = callKey(deploymentId, callerId, calleeId);
        const original = JSON.stringify(originalPolicy(shop, key));
        set(`${key} policy`, JSON.stringify(command.policy), original);
        break;
      }
      case 'load-pattern':
        set('pattern', JSON.stringify(command.pattern), '[]');
        break;
      case 'arrival-rate':
        set(
          'rate',
          command.arrivalRatePerSecond,
          shop.load.kind === 'open' ? shop.load.arrivalRatePerSecond : null,
        );
    }
  }
  return settings;
}

describe('commands', () => {
  test('lead from any wishes to any others, as if these had held from the start', () => {
    fc.assert(
      fc.property(wishes, wishes, (before, after) => {
        const told = [...commandsFor(shop, before), ...commandsBetween(shop, before, after)];
        expect(settingsAfter(told)).toEqual(settingsAfter(commandsFor(shop, after)));
      }),
    );
  });

  test('are none where nothing changed', () => {
    fc.assert(
      fc.property(wishes, (same) => {
        expect(commandsBetween(shop, same, structuredClone(same))).toEqual([]);
      }),
    );
  });

  test('take everything back to the document', () => {
    fc.assert(
      fc.property(wishes, (before) => {
        const told = [
          ...commandsFor(shop, before),
          ...commandsBetween(shop, before, noInterventions),
        ];
        expect(settingsAfter(told)).toEqual({});
      }),
    );
  });

  test('change only the kind of fault that was changed', () => {
    const slow = withModuleFault(noInterventions, 'payment', { kind: 'slow', factor: 10 });
    const both = withModuleFault(slow, 'payment', { kind: 'errors', rate: 0.5 });
    expect(commandsBetween(shop, slow, both)).toEqual([
      {
        kind: 'module-fault',
        moduleId: 'payment',
        faultKind: 'errors',
        fault: { kind: 'errors', rate: 0.5 },
      },
    ]);
    expect(commandsBetween(shop, both, withoutModuleFault(both, 'payment', 'slow'))).toEqual([
      { kind: 'module-fault', moduleId: 'payment', faultKind: 'slow', fault: null },
    ]);
  });

  test('lift every fault at once and take bad releases back, but no good one', () => {
    const bad = { strategy: 'rolling', fault: { kind: 'crash' } } as const;
    const good = { strategy: 'rolling', fault: null } as const;
    const key = unitKey('monolith', 'shop');
    const released = withRelease(withRelease(noInterventions, 'web', good), 'payment', bad);
    const broken = withLinkFault(
      withReplicaFault(
        withUnitFault(withUnitFault(released, key, { kind: 'crash' }), key, {
          kind: 'hog',
          cores: 1,
        }),
        replicaKey('monolith', 'shop', 1),
        { kind: 'crash' },
      ),
      linkKey('web', 'payment'),
      { kind: 'partition' },
    );
    expect(withoutFaults(broken)).toEqual(withRelease(noInterventions, 'web', good));
  });

  test('do not scale what belongs to someone else', () => {
    const scaled = withScale(noInterventions, 'replicas', unitKey('monolith', 'card-processor'), 5);
    expect(commandsFor(shop, scaled)).toEqual([]);
  });
});

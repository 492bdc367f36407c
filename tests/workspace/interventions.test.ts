import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import type { Command } from '../../src/simulation/command';
import { commandsBetween, commandsFor } from '../../src/workspace/commands-between';
import {
  withLinkFault,
  withModuleFault,
  withoutFaults,
  withoutModuleFault,
  withRelease,
  withReplicaFault,
  withScale,
  withUnitFault,
} from '../../src/workspace/intervene';
import {
  callKey,
  linkKey,
  noInterventions,
  originalPolicy,
  originalScale,
  replicaKey,
  unitKey,
} from '../../src/workspace/interventions';
import { wishChanges } from './wish-changes';

const wishes = fc
  .array(wishChanges, { maxLength: 12 })
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

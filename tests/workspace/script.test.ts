import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import type { Command } from '../../src/simulation/command';
import { commandsBetween, commandsFor } from '../../src/workspace/commands-between';
import { withModuleFault, withoutModuleFault } from '../../src/workspace/intervene';
import { noInterventions } from '../../src/workspace/interventions';
import {
  commandsAddedAt,
  interventionsAt,
  noScript,
  withCommands,
  withEntryAt,
} from '../../src/workspace/script';
import { wishChanges } from './wish-changes';

function down(moduleId: string): Command {
  return { kind: 'module-fault', moduleId, faultKind: 'crash', fault: { kind: 'crash' } };
}

describe('the script', () => {
  test('says at every instant what the user had wished for by then', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), wishChanges), { maxLength: 15 }),
        (steps) => {
          let script = noScript;
          let wishes = noInterventions;
          let atMs = 0;
          for (const [pauseMs, change] of steps) {
            atMs += pauseMs;
            const wanted = change(wishes);
            script = withCommands(script, atMs, commandsBetween(shop, wishes, wanted));
            wishes = wanted;
            const held = interventionsAt(shop, script, atMs);
            expect(commandsBetween(shop, held, wishes)).toEqual([]);
            expect(commandsFor(shop, held)).toHaveLength(commandsFor(shop, wishes).length);
          }
        },
      ),
    );
  });

  test('knows nothing yet of what comes later', () => {
    const script = withCommands(noScript, 1000, [down('payment')]);
    expect(interventionsAt(shop, script, 999)).toEqual(noInterventions);
    expect(interventionsAt(shop, script, 1000)).toEqual(
      withModuleFault(noInterventions, 'payment', { kind: 'crash' }),
    );
  });

  test('takes what is done at an instant after what it has there, and before what comes later', () => {
    const first = withCommands(noScript, 1000, [down('payment')]);
    const both = withCommands(withCommands(first, 3000, [down('web')]), 1000, [down('orders')]);
    expect(
      both.map(({ atMs, command }) => [atMs, 'moduleId' in command && command.moduleId]),
    ).toEqual([
      [1000, 'payment'],
      [1000, 'orders'],
      [3000, 'web'],
    ]);
  });

  test('moves a command to the instant at which it took effect', () => {
    const late = down('orders');
    const script = withCommands(withCommands(noScript, 1000, [late]), 1020, [down('web')]);
    const settled = withEntryAt(script, late, 1030);
    expect(settled.map(({ atMs }) => atMs)).toEqual([1020, 1030]);
    expect(settled[1].command).toBe(late);
    expect(withEntryAt(settled, late, 1030)).toBe(settled);
    expect(withEntryAt(settled, down('nowhere'), 5)).toBe(settled);
  });

  test('tells a click at the present instant from every other change', () => {
    const before = withCommands(noScript, 1000, [down('payment')]);
    const later = withCommands(before, 9000, [down('web')]);
    const clicked = withCommands(later, 2000, [down('orders')]);
    expect(commandsAddedAt(later, clicked, 2000)).toEqual([down('orders')]);
    expect(commandsAddedAt(later, clicked, 1999)).toBeNull();
    expect(commandsAddedAt(clicked, later, 2000)).toBeNull();
    expect(
      commandsAddedAt(later, [{ atMs: 500, command: down('payment') }, later[1]], 500),
    ).toBeNull();
    expect(commandsAddedAt(later, later, 2000)).toBeNull();
  });

  test('forgets a wish that was taken back', () => {
    const wished = withModuleFault(noInterventions, 'payment', { kind: 'slow', factor: 5 });
    const lifted = withoutModuleFault(wished, 'payment', 'slow');
    const script = withCommands(
      withCommands(noScript, 0, commandsBetween(shop, noInterventions, wished)),
      10,
      commandsBetween(shop, wished, lifted),
    );
    expect(interventionsAt(shop, script, 10)).toEqual(noInterventions);
  });
});

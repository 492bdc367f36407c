import fc from 'fast-check';
import { shop } from '../../src/architecture/shop';
import type { Fault, LinkFault } from '../../src/simulation/command';
import * as wish from '../../src/workspace/intervene';
import {
  callKey,
  type Interventions,
  linkKey,
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

/** Whatever a user may wish for in the shop, one change at a time. */
export const wishChanges: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.constantFrom(...shop.modules.map(({ id }) => id)), faults).map(
    ([id, fault]): Change =>
      (before) =>
        wish.withModuleFault(before, id, fault),
  ),
  fc.tuple(fc.constantFrom(...shop.modules.map(({ id }) => id)), faults).map(
    ([id, { kind }]): Change =>
      (before) =>
        wish.withoutModuleFault(before, id, kind),
  ),
  fc.tuple(fc.constantFrom(...units), fc.boolean()).map(
    ([[deployment, unit], isDown]): Change =>
      (before) =>
        wish.withUnitCrash(before, unitKey(deployment, unit), isDown),
  ),
  fc.tuple(fc.constantFrom(...units), faults, fc.boolean()).map(
    ([unit, fault, isOn]): Change =>
      (before) =>
        isOn
          ? wish.withUnitFault(before, unitKey(...unit), fault)
          : wish.withoutUnitFault(before, unitKey(...unit), fault.kind),
  ),
  fc.tuple(fc.constantFrom(...units), fc.integer({ min: 1, max: 3 }), faults, fc.boolean()).map(
    ([unit, number, fault, isOn]): Change =>
      (before) =>
        isOn
          ? wish.withReplicaFault(before, replicaKey(...unit, number), fault)
          : wish.withoutReplicaFault(before, replicaKey(...unit, number), fault.kind),
  ),
  fc.tuple(fc.constantFrom('catalog', 'payment'), linkFaults, fc.boolean()).map(
    ([callee, fault, isOn]): Change =>
      (before) =>
        isOn
          ? wish.withLinkFault(before, linkKey('web', callee), fault)
          : wish.withoutLinkFault(before, linkKey('web', callee), fault.kind),
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
          isOut
            ? wish.withRelease(before, id, { strategy, fault })
            : wish.withoutRelease(before, id),
    ),
  fc.tuple(fc.constantFrom(...calls), fc.constantFrom('none', 'another', 'original')).map(
    ([key, which]): Change =>
      (before) =>
        which === 'original'
          ? wish.withOriginalPolicy(before, key)
          : wish.withPolicy(before, key, which === 'none' ? null : policy),
  ),
  fc.constantFrom(null, [], [{ atMs: 5000, factor: 3, over: 0 }]).map(
    (pattern): Change =>
      (before) =>
        wish.withLoadPattern(before, pattern),
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
          wish.withScale(before, kind, unitKey(deployment, unit), value),
    ),
  fc.option(fc.integer({ min: 0, max: 1000 })).map(
    (arrivalRatePerSecond): Change =>
      (before) => ({ ...before, arrivalRatePerSecond }),
  ),
  fc.constant<Change>(wish.withoutFaults),
);

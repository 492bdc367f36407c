import type { IdOwner } from './problem';
import type { ProblemTexts } from './problem-texts';
import { englishForeignText, englishSyntaxText } from './syntax-texts-en';

const types = {
  object: 'an object',
  list: 'a list',
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  distribution: 'a number or a distribution such as { kind: exponential, mean: 5 }',
} as const;

const owners: Record<IdOwner, string> = {
  module: 'module',
  journey: 'journey',
  deployment: 'deployment',
  unit: 'unit of this deployment',
};

const number = (value: number) => String(value);
const code = (name: string) => `\`${name}\``;
const codes = (names: readonly string[]) => names.map(code).join(', ');
const oneOf = (names: readonly string[]) =>
  names.length > 1 ? `one of ${codes(names)}` : codes(names);
const meant = (suggestion: string | null, otherwise = '') =>
  suggestion === null ? otherwise : `; did you mean ${code(suggestion)}?`;
const circleOf = (circle: readonly string[]) => circle.map(code).join(' → ');

/** What each problem says in English, after its place. */
export const englishProblemTexts: ProblemTexts = {
  syntax: ({ format, cause, line, column }) =>
    `${line === null ? '' : `line ${line}, column ${column ?? 1}: `}this is not ${format}: ${englishSyntaxText(cause)}`,
  'empty-document': () => 'nothing is written here; choose another file',
  'no-document': (foreign) =>
    `${englishForeignText(foreign)}, not an architecture; choose a file in YAML or JSON that has ${codes(['modules', 'journeys', 'load', 'deployments'])}, as Share saves one`,
  'not-utf8': ({ line, column }) =>
    `line ${number(line)}, column ${number(column)}: there are letters that are not in UTF-8; save it as text in UTF-8`,
  'too-heavy': ({ mebibytes, max }) =>
    `it takes ${number(mebibytes)} MiB; at most ${number(max)}: leave out what is not the document`,
  'too-deep': ({ max }) => `values are nested more than ${number(max)} deep; flatten them`,

  'wrong-type': ({ expected, received }) => `expected ${types[expected]}, found ${code(received)}`,
  'missing-field': ({ field, choices }) =>
    `${code(field)} is missing; add it${choices.length > 0 ? `: ${oneOf(choices)}` : ''}`,
  'unknown-field': ({ field, suggestion, known }) =>
    `there is no field ${code(field)} here${meant(suggestion, `; known are ${codes(known)}`)}`,
  'unknown-choice': ({ received, choices, suggestion }) =>
    `${code(received)} is not possible here${meant(suggestion, `; write ${oneOf(choices)}`)}`,
  'too-small': ({ value, min }) => `${number(value)} is too small; at least ${number(min)}`,
  'not-above': ({ value, bound }) => `${number(value)} is too small; more than ${number(bound)}`,
  'too-large': ({ value, max }) => `${number(value)} is too large; at most ${number(max)}`,
  'not-whole': ({ value }) => `${number(value)} is not a whole number; write one`,
  'not-finite': ({ value }) => `${value} cannot be simulated; write a finite number`,
  'too-many': ({ count, max }) => `${number(count)} entries are too many; at most ${number(max)}`,
  'too-few': ({ count, min }) => `${number(count)} entries are too few; at least ${number(min)}`,
  'too-long': ({ length, max }) =>
    `${number(length)} characters are too many; at most ${number(max)}`,
  'empty-list': () => 'nothing is in here; add at least one',
  'empty-text': () => 'the text is empty; write one or leave the field out',
  'invalid-id': ({ value, suggestion }) =>
    `${code(value)} cannot be an id: 1 to 64 letters, digits, - and _, a letter or digit first${suggestion === null ? '' : `; ${code(suggestion)} can`}`,
  'reserved-name': ({ value }) =>
    `${code(value)} is a name that JavaScript keeps for itself; choose another`,
  'invalid-reference': ({ value }) =>
    `${code(value)} does not name an operation; write ${code('module.operation')}`,
  'not-a-pair': ({ count }) =>
    `a link has two ends, not ${number(count)}; write [caller, callee] as module ids`,

  'shape-or-cv': () => `an Erlang distribution takes either ${code('shape')} or ${code('cv')}`,
  'erlang-cv': ({ cv, nearestCv, nearestShape }) =>
    `an Erlang distribution cannot have cv ${number(cv)}, only 1/√shape; the nearest is ${number(nearestCv)} (shape ${number(nearestShape)}), or take a gamma distribution`,
  'moments-or-branches': () =>
    `a hyperexponential distribution takes either ${code('mean')} and ${code('cv')} or ${code('branches')}`,
  'ends-or-moments': () =>
    `a uniform distribution takes either ${code('min')} and ${code('max')} or ${code('mean')} and ${code('cv')}`,
  'ends-order': ({ min, max }) => `${number(max)} is less than the minimum, ${number(min)}`,
  'probabilities-sum': ({ sum }) => `the probabilities sum to ${number(sum)}; they must sum to 1`,
  'quantiles-order': () =>
    `${code('p')} must be larger than in the quantile before, and ${code('value')} not smaller`,
  'quantiles-ends': () =>
    `the first quantile must have ${code('p: 0')} (the smallest value) and the last ${code('p: 1')} (the largest)`,

  'step-kind': ({ found, known }) =>
    found.length > 1
      ? `a step does one thing, not ${codes(found)}; make them steps of their own`
      : `a step is ${oneOf(known)}; this one is none of them`,
  'event-kind': ({ known }) => `an event has ${oneOf(known)}; this one has none of them`,
  'event-target': ({ found }) =>
    found.length > 1
      ? `a fault strikes one thing, not ${codes(found)}; make them faults of their own`
      : `this fault strikes nothing; add ${oneOf(['module', 'unit', 'replica'])}`,
  'until-before': ({ field, untilMs, atMs }) =>
    `${code(field)} is ${number(untilMs)}, but the event begins at ${number(atMs)}; end it later`,
  'pattern-order': ({ atMs, busyUntilMs }) =>
    `the change at ${number(atMs)} ms begins before the one above it is over, at ${number(busyUntilMs)} ms; put them one after the other`,
  'given-twice': ({ field }) =>
    `${code(field)} stands with the unit and with its runtime; keep the one of the unit`,

  'duplicate-id': ({ owner, id, firstPath }) =>
    `there is already a ${owners[owner]} ${code(id)}, at ${firstPath}; choose another id`,
  'unknown-module': ({ id, suggestion }) =>
    `there is no module ${code(id)}${meant(suggestion, '; add it to `modules` or name another')}`,
  'unknown-unit': ({ id, suggestion, known }) =>
    `there is no unit ${code(id)}${meant(suggestion, `; there are ${codes(known)}`)}`,
  'unknown-journey': ({ id, suggestion, known }) =>
    `there is no journey ${code(id)}${meant(suggestion, `; there are ${codes(known)}`)}`,
  'unknown-operation': ({ reference, suggestion, known }) =>
    `there is no operation ${code(reference)}${meant(
      suggestion,
      known.length > 0 ? `; the module has ${codes(known)}` : '; add it to its module',
    )}`,
  'unknown-replica': ({ unitId, number: which, replicas }) =>
    `${code(unitId)} has no replica ${number(which)}; it has ${number(replicas)} at most`,

  'module-missing': ({ moduleId, deploymentId }) =>
    `no unit of ${code(deploymentId)} holds the module ${code(moduleId)}; add it to one`,
  'module-twice': ({ moduleId, deploymentId, firstPath }) =>
    `${code(moduleId)} is already in a unit of ${code(deploymentId)}, at ${firstPath}; keep one of them`,
  'own-module-in-external-unit': ({ moduleId, unitId }) =>
    `the unit ${code(unitId)} is external, but ${code(moduleId)} is a module of your own; move it, or make it ${code('kind: external')}`,
  'external-module-in-own-unit': ({ moduleId, unitId }) =>
    `${code(moduleId)} is external, but the unit ${code(unitId)} is your own; move it to a unit with ${code('external: true')}`,
  'too-many-slots': ({ deploymentId, slots, max }) =>
    `the units of ${code(deploymentId)} have ${number(slots)} slots together (replicas × concurrency); at most ${number(max)} can be simulated`,

  'call-circle': ({ circle }) =>
    `calls go round in a circle without end: ${circleOf(circle)}; remove one of them`,
  'async-not-to-broker': ({ reference, moduleId }) =>
    `an asynchronous call goes to a broker, and ${code(moduleId)} is none; call an operation of a broker that delivers to ${code(reference)}`,
  'deliver-outside-broker': ({ moduleId }) =>
    `only a broker delivers, and ${code(moduleId)} is none; write ${code('call')}, or make it ${code('kind: broker')}`,
  'expansion-too-large': ({ steps, max }) =>
    `with all that they call, the journeys come to ${number(steps)} steps; at most ${number(max)} can be simulated`,
  'calls-too-deep': ({ depth, max }) =>
    `calls go ${number(depth)} deep; at most ${number(max)} below one another can be simulated`,

  'shares-sum': ({ sum }) =>
    `the shares sum to ${number(Number(sum.toPrecision(9)))}; they must sum to 1`,
  'rate-without-open-load': ({ loadKind }) =>
    `the load is ${code(loadKind)} and has no arrival rate; write ${code('factor')}, or make the load open`,
  'policy-twice': ({ caller, callee, firstPath }) =>
    `there is already a policy of ${code(caller)} about ${code(callee)}, at ${firstPath}; keep one of them`,
  'no-such-call': ({ caller, callee, callees }) =>
    `${code(caller)} never calls ${code(callee)}; ${callees.length > 0 ? `it calls ${codes(callees)}` : 'it calls nothing'}`,
};

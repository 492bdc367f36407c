import type { IdOwner } from './problem';
import type { ProblemTexts } from './problem-texts';
import { spanishForeignText, spanishSyntaxText } from './syntax-texts-es';

const types = {
  object: 'un objeto',
  list: 'una lista',
  text: 'un texto',
  number: 'un número',
  boolean: 'true o false',
  distribution: 'un número o una distribución como { kind: exponential, mean: 5 }',
} as const;

const owners: Record<IdOwner, string> = {
  module: 'un módulo',
  journey: 'un recorrido',
  deployment: 'un despliegue',
  unit: 'una unidad de este despliegue',
};

// Las cifras van como en el documento, con punto decimal: así se pueden copiar.
const number = (value: number) => String(value);
const code = (name: string) => `\`${name}\``;
const codes = (names: readonly string[]) => names.map(code).join(', ');
const oneOf = (names: readonly string[]) =>
  names.length > 1 ? `uno de estos: ${codes(names)}` : codes(names);
const meant = (suggestion: string | null, otherwise = '') =>
  suggestion === null ? otherwise : `; ¿querías decir ${code(suggestion)}?`;
const circleOf = (circle: readonly string[]) => circle.map(code).join(' → ');

/** Lo que dice cada problema en español, después del lugar. */
export const spanishProblemTexts: ProblemTexts = {
  syntax: ({ format, cause, line, column }) =>
    `${line === null ? '' : `línea ${line}, columna ${column ?? 1}: `}esto no es ${format}: ${spanishSyntaxText(cause)}`,
  'empty-document': () => 'aquí no hay nada escrito; elige otro archivo',
  'no-document': (foreign) =>
    `${spanishForeignText(foreign)}, no una arquitectura; elige un archivo en YAML o JSON que tenga ${codes(['modules', 'journeys', 'load', 'deployments'])}, como el que guarda Compartir`,
  'not-utf8': ({ line, column }) =>
    `línea ${number(line)}, columna ${number(column)}: hay letras que no están en UTF-8; guárdalo como texto en UTF-8`,
  'too-heavy': ({ mebibytes, max }) =>
    `pesa ${number(mebibytes)} MiB; como máximo, ${number(max)}: quítale lo que no sea el documento`,
  'too-deep': ({ max }) => `hay valores anidados a más de ${number(max)} niveles; aplánalos`,

  'wrong-type': ({ expected, received }) =>
    `se esperaba ${types[expected]} y hay ${code(received)}`,
  'missing-field': ({ field, choices }) =>
    `falta ${code(field)}; añádelo${choices.length > 0 ? `: ${oneOf(choices)}` : ''}`,
  'unknown-field': ({ field, suggestion, known }) =>
    `aquí no existe el campo ${code(field)}${meant(suggestion, `; los que hay: ${codes(known)}`)}`,
  'unknown-choice': ({ received, choices, suggestion }) =>
    `${code(received)} no vale aquí${meant(suggestion, `; escribe ${oneOf(choices)}`)}`,
  'too-small': ({ value, min }) => `${number(value)} es muy poco; como mínimo, ${number(min)}`,
  'not-above': ({ value, bound }) =>
    `${number(value)} es muy poco; tiene que pasar de ${number(bound)}`,
  'too-large': ({ value, max }) => `${number(value)} es demasiado; como máximo, ${number(max)}`,
  'not-whole': ({ value }) => `${number(value)} no es un número entero; escribe uno`,
  'not-finite': ({ value }) => `${value} no se puede simular; escribe un número finito`,
  'too-many': ({ count, max }) =>
    `${number(count)} elementos son demasiados; como máximo, ${number(max)}`,
  'too-few': ({ count, min }) =>
    `${number(count)} elementos son pocos; como mínimo, ${number(min)}`,
  'too-long': ({ length, max }) =>
    `${number(length)} caracteres son demasiados; como máximo, ${number(max)}`,
  'empty-list': () => 'aquí no hay nada; añade al menos un elemento',
  'empty-text': () => 'el texto está vacío; escríbelo o quita el campo',
  'invalid-id': ({ value, suggestion }) =>
    `${code(value)} no sirve de id: de 1 a 64 letras sin acentos, cifras, - y _, y la primera, letra o cifra${suggestion === null ? '' : `; ${code(suggestion)} sí`}`,
  'reserved-name': ({ value }) =>
    `${code(value)} es un nombre que JavaScript se reserva; elige otro`,
  'invalid-reference': ({ value }) =>
    `${code(value)} no nombra una operación; escribe ${code('módulo.operación')}`,
  'not-a-pair': ({ count }) =>
    `un enlace tiene dos extremos, no ${number(count)}; escribe [quien llama, quien recibe] con sus módulos`,

  'shape-or-cv': () =>
    `una distribución de Erlang lleva ${code('shape')} o ${code('cv')}, uno de los dos`,
  'erlang-cv': ({ cv, nearestCv, nearestShape }) =>
    `una distribución de Erlang no puede tener cv ${number(cv)}, solo 1/√shape; el más cercano es ${number(nearestCv)} (shape ${number(nearestShape)}), o usa una gamma`,
  'moments-or-branches': () =>
    `una hiperexponencial lleva ${code('mean')} y ${code('cv')}, o bien ${code('branches')}`,
  'ends-or-moments': () =>
    `una uniforme lleva ${code('min')} y ${code('max')}, o bien ${code('mean')} y ${code('cv')}`,
  'ends-order': ({ min, max }) => `${number(max)} es menor que el mínimo, ${number(min)}`,
  'probabilities-sum': ({ sum }) => `las probabilidades suman ${number(sum)}; tienen que sumar 1`,
  'quantiles-order': () =>
    `${code('p')} tiene que ser mayor que en el cuantil anterior, y ${code('value')} no puede ser menor`,
  'quantiles-ends': () =>
    `el primer cuantil tiene que llevar ${code('p: 0')} (el valor más pequeño) y el último ${code('p: 1')} (el más grande)`,

  'step-kind': ({ found, known }) =>
    found.length > 1
      ? `un paso hace una sola cosa, no ${codes(found)}; ponlas en pasos distintos`
      : `un paso es ${oneOf(known)}; este no es ninguno`,
  'event-kind': ({ known }) => `un suceso lleva ${oneOf(known)}; este no lleva ninguno`,
  'event-target': ({ found }) =>
    found.length > 1
      ? `un fallo afecta a una sola cosa, no a ${codes(found)}; ponlos en fallos distintos`
      : `este fallo no afecta a nada; añade ${oneOf(['module', 'unit', 'replica'])}`,
  'until-before': ({ field, untilMs, atMs }) =>
    `${code(field)} es ${number(untilMs)}, pero el suceso empieza en ${number(atMs)}; ponle un final posterior`,
  'pattern-order': ({ atMs, busyUntilMs }) =>
    `el cambio de los ${number(atMs)} ms empieza antes de que acabe el anterior, a los ${number(busyUntilMs)} ms; ponlos uno tras otro`,
  'given-twice': ({ field }) =>
    `${code(field)} está en la unidad y en su runtime; deja el de la unidad`,

  'duplicate-id': ({ owner, id, firstPath }) =>
    `ya hay ${owners[owner]} ${code(id)}, en ${firstPath}; elige otro id`,
  'unknown-module': ({ id, suggestion }) =>
    `no existe el módulo ${code(id)}${meant(suggestion, '; añádelo a `modules` o nombra otro')}`,
  'unknown-unit': ({ id, suggestion, known }) =>
    `no existe la unidad ${code(id)}${meant(suggestion, `; las que hay: ${codes(known)}`)}`,
  'unknown-journey': ({ id, suggestion, known }) =>
    `no existe el recorrido ${code(id)}${meant(suggestion, `; los que hay: ${codes(known)}`)}`,
  'unknown-operation': ({ reference, suggestion, known }) =>
    `no existe la operación ${code(reference)}${meant(
      suggestion,
      known.length > 0 ? `; el módulo tiene ${codes(known)}` : '; añádela a su módulo',
    )}`,
  'unknown-replica': ({ unitId, number: which, replicas }) =>
    `${code(unitId)} no tiene réplica ${number(which)}; tiene ${number(replicas)} como máximo`,

  'module-missing': ({ moduleId, deploymentId }) =>
    `ninguna unidad de ${code(deploymentId)} contiene el módulo ${code(moduleId)}; añádelo a una`,
  'module-twice': ({ moduleId, deploymentId, firstPath }) =>
    `${code(moduleId)} ya está en una unidad de ${code(deploymentId)}, en ${firstPath}; deja solo uno`,
  'own-module-in-external-unit': ({ moduleId, unitId }) =>
    `la unidad ${code(unitId)} es externa, pero ${code(moduleId)} es un módulo propio; muévelo o ponle ${code('kind: external')}`,
  'external-module-in-own-unit': ({ moduleId, unitId }) =>
    `${code(moduleId)} es externo, pero la unidad ${code(unitId)} es propia; muévelo a una con ${code('external: true')}`,
  'too-many-slots': ({ deploymentId, slots, max }) =>
    `las unidades de ${code(deploymentId)} suman ${number(slots)} huecos (réplicas × concurrencia); se pueden simular ${number(max)} como máximo`,

  'call-circle': ({ circle }) =>
    `las llamadas dan vueltas sin fin: ${circleOf(circle)}; quita una de ellas`,
  'async-not-to-broker': ({ reference, moduleId }) =>
    `una llamada asíncrona va a un broker, y ${code(moduleId)} no lo es; llama a la operación de un broker que entregue a ${code(reference)}`,
  'deliver-outside-broker': ({ moduleId }) =>
    `solo entrega un broker, y ${code(moduleId)} no lo es; escribe ${code('call')} o ponle ${code('kind: broker')}`,
  'expansion-too-large': ({ steps, max }) =>
    `con todo lo que llaman, los recorridos suman ${number(steps)} pasos; se pueden simular ${number(max)} como máximo`,
  'calls-too-deep': ({ depth, max }) =>
    `las llamadas llegan a ${number(depth)} niveles; se pueden simular ${number(max)} como máximo`,

  'shares-sum': ({ sum }) =>
    `las partes suman ${number(Number(sum.toPrecision(9)))}; tienen que sumar 1`,
  'rate-without-open-load': ({ loadKind }) =>
    `la carga es ${code(loadKind)} y no tiene tasa de llegadas; escribe ${code('factor')} o haz que la carga sea ${code('open')}`,
  'policy-twice': ({ caller, callee, firstPath }) =>
    `ya hay una política de ${code(caller)} para ${code(callee)}, en ${firstPath}; deja solo una`,
  'no-such-call': ({ caller, callee, callees }) =>
    `${code(caller)} nunca llama a ${code(callee)}; ${callees.length > 0 ? `llama a ${codes(callees)}` : 'no llama a nadie'}`,
};

import type { AnalysisKey } from '../i18n/analysis-text';
import type { Language } from '../i18n/language';

/** What a law says, by how its name begins. */
const sentences: readonly (readonly [string, AnalysisKey])[] = [
  ['M/M/c/K', 'laws.bounded'],
  ['M/M/1', 'laws.single'],
  ['M/M/c', 'laws.erlangC'],
  ['M/D/1', 'laws.spread'],
  ['M/E4/1', 'laws.spread'],
  ['M/G/1', 'laws.spread'],
  ['Erlang B', 'laws.erlangB'],
  ['Jackson', 'laws.jackson'],
  ['closed network', 'laws.closed'],
  ['fork-join', 'laws.forkJoin'],
  ['tail at scale', 'laws.tail'],
  ['slot exhaustion', 'laws.slots'],
  ['retry', 'laws.retries'],
  ['hedged', 'laws.hedging'],
  ['utilisation law', 'laws.utilisation'],
  ['Little', 'laws.little'],
  ['autoscaler', 'laws.autoscaler'],
  ['metastable', 'laws.metastable'],
];

export function lawSentence(law: string): AnalysisKey {
  return sentences.find(([start]) => law.startsWith(start))?.[1] ?? 'laws.other';
}

/** The terms of the laws in Spanish, longest first; signs and numbers stay. */
const spanish: readonly (readonly [RegExp, string])[] = [
  [/L \/ \(λW\) at/, 'L / (λW) en'],
  [/Little's law, L = λW/, 'Ley de Little, L = λW'],
  [/(payment-\S+) as monolith/, '$1 como monolito'],
  [/(payment-\S+) as microservices/, '$1 como microservicios'],
  [/share that waits/, 'parte que espera'],
  [/share of good answers/, 'parte de respuestas buenas'],
  [/mean number of replicas/, 'número medio de réplicas'],
  [/most replicas/, 'máximo de réplicas'],
  [/fewest replicas/, 'mínimo de réplicas'],
  [/autoscaler, Kubernetes' formula/, 'autoescalado, fórmula de Kubernetes'],
  [
    /a recorded load, (\d+) looks, stabilisation of (\d+)/,
    'una carga grabada, $1 revisiones, estabilización de $2',
  ],
  [/metastable failure/, 'fallo metaestable'],
  [/before the trigger/, 'antes del detonante'],
  [/two minutes after it, retries without a budget/, 'dos minutos después, reintentos sin límite'],
  [
    /two minutes after it, retries within a budget of 10 %/,
    'dos minutos después, reintentos con un presupuesto del 10 %',
  ],
  [/mean wait of those let in/, 'espera media de los admitidos'],
  [/mean wait at/, 'espera media en'],
  [/mean wait/, 'espera media'],
  [/mean response/, 'respuesta media'],
  [/mean queue length/, 'longitud media de la cola'],
  [/(p[\d.]+) of response/, '$1 de la respuesta'],
  [/(p[\d.]+) of wait/, '$1 de la espera'],
  [/([\d.]+) times shorter than without/, '$1 veces menor que sin ellas'],
  [/utilisation of/, 'utilización de'],
  [/utilisation law/, 'ley de utilización'],
  [/utilisation/, 'utilización'],
  [/Little’s law at|Little's law at/, 'ley de Little en'],
  [/share rejected/, 'parte rechazada'],
  [/share of slow requests/, 'parte de peticiones lentas'],
  [/throughput, per/, 'caudal, por'],
  [/attempts per request/, 'intentos por petición'],
  [/copies per request/, 'copias por petición'],
  [/no queue/, 'sin cola'],
  [/constant demands/, 'demandas constantes'],
  [/the shop as monolith/, 'la tienda como monolito'],
  [/the shop as microservices/, 'la tienda como microservicios'],
  [/closed network \(exact MVA\), below saturation/, 'red cerrada (MVA exacto), sin saturar'],
  [/closed network \(exact MVA\), saturated/, 'red cerrada (MVA exacto), saturada'],
  [/(\d+) customers, think/, '$1 clientes, piensan'],
  [/demands/, 'demandas'],
  [/Jackson network/, 'Red de Jackson'],
  [/feed-forward, three stations/, 'sin vuelta atrás, tres estaciones'],
  [/with feedback, two stations/, 'con vuelta atrás, dos estaciones'],
  [/fork-join, harmonic number/, 'fork-join, número armónico'],
  [
    /(\d+) parallel exponential branches of mean 1/,
    '$1 ramas exponenciales en paralelo, de media 1',
  ],
  [/tail at scale/, 'la cola a gran escala'],
  [/one call in 100 slow, fan-out 100/, 'una llamada lenta de cada 100, 100 llamadas a la vez'],
  [/slot exhaustion/, 'agotamiento de plazas'],
  [
    /(\d+) slots blocked for 100 ms each, three times the load/,
    '$1 plazas, 100 ms cada una, el triple de carga',
  ],
  [/retry amplification/, 'amplificación por reintentos'],
  [
    /(\d+) levels, (\d+) retries at each, the last one down/,
    '$1 niveles, $2 reintentos en cada uno, el último caído',
  ],
  [/hedged requests/, 'peticiones duplicadas'],
  [/a second copy after the 95th percentile/, 'una segunda copia tras el percentil 95'],
  [/exponential service/, 'servicio exponencial'],
  [/hyperexponential service/, 'servicio hiperexponencial'],
  [/constant service/, 'servicio constante'],
  [/hyperexponential$/, 'hiperexponencial'],
  [/cores$/, 'núcleos'],
  [/slots$/, 'plazas'],
];

/** A name, a case or a figure of a law in the language of the page. */
export function lawWords(text: string, language: Language): string {
  if (language === 'en') return text;
  const words = spanish.reduce((done, [english, own]) => done.replace(english, own), text);
  // Where commas are decimal marks, semicolons stand between the numbers.
  return /\d\.\d/.test(words)
    ? words.replaceAll(', ', '; ').replace(/(\d)\.(\d)/g, '$1,$2')
    : words;
}

/**
 * "If one fails, the others are not affected" against "all or nothing". Payment
 * crashes: in the monolith it takes the process down that it shares with
 * everything else, in the microservices its own.
 */
import { policyIn, unitIn } from './document-facts';
import type { Look, Span } from './figure';
import { bySuccess, caveat } from './mark';
import type { Story } from './story';
import { paymentDownHead } from './story-heads';

const downFromMs = 20_000;
const downUntilMs = 50_000;

/** From just before the crash, so that those who were inside count, to just before payment is back. */
const down: Span = { fromMs: downFromMs - 1, toMs: downUntilMs - 1 };
const crash: Span = { fromMs: downFromMs - 1, toMs: downFromMs };

/** Those who do not pay. */
const others = ['browse', 'search', 'track'];

const allServed = (look: Look, deploymentId: string, span: Span) =>
  others.every((journey) => look(`${deploymentId}.${journey}.success`, span) === 1);

const noneServed = (look: Look, deploymentId: string, span: Span) =>
  others.every((journey) => look(`${deploymentId}.${journey}.served`, span) === 0);

const predicted: Span = { fromMs: downFromMs, toMs: 24_000 };

export const paymentDown: Story = {
  ...paymentDownHead,
  question: {
    es: 'Si Pago se cae, ¿quién más se cae?',
    en: 'If payment goes down, who goes down with it?',
  },
  documentId: 'shop',
  deployments: ['monolith', 'microservices'],
  seed: 42,
  durationMs: 90_000,
  timeline: [{ atMs: downFromMs, fault: 'crash', module: 'payment', untilMs: downUntilMs }],
  factsOf: (document) => ({
    from: { value: downFromMs, form: 'ms' },
    until: { value: downUntilMs, form: 'ms' },
    lasts: { value: downUntilMs - downFromMs, form: 'ms' },
    openFor: {
      value: policyIn(document, 'microservices', 'orders', 'payment').circuitBreaker?.openMs ?? NaN,
      form: 'ms',
    },
    shopStartup: { value: unitIn(document, 'monolith', 'shop').startupMs, form: 'ms' },
    paymentStartup: { value: unitIn(document, 'microservices', 'payment').startupMs, form: 'ms' },
  }),
  steps: [
    {
      id: 'calm',
      atMs: 8_000,
      span: { fromMs: 0, toMs: 8_000 },
      title: { es: 'La misma tienda, dos cortes', en: 'One shop, two cuts' },
      text: {
        es: 'A la izquierda, todos los módulos viven en un mismo proceso. A la derecha, cada uno tiene el suyo. El código y los clientes son los mismos: solo cambia por dónde se corta.',
        en: 'On the left, every module lives in one process. On the right, each has a process of its own. Same code, same customers: only the cut is different.',
      },
      caption: {
        es: 'La misma tienda y los mismos clientes, a los dos lados. Todo va bien.',
        en: 'The same shop and the same customers on both sides. All is well.',
      },
      findings: [
        {
          id: 'monolith',
          title: { es: 'Monolito: {monolith.success}', en: 'Monolith: {monolith.success}' },
          text: {
            es: 'acaba bien; la mitad, en menos de {monolith.p50}',
            en: 'end well; half of them within {monolith.p50}',
          },
          mark: bySuccess('monolith.success'),
        },
        {
          id: 'microservices',
          title: {
            es: 'Microservicios: {microservices.success}',
            en: 'Microservices: {microservices.success}',
          },
          text: {
            es: 'acaba bien; la mitad, en menos de {microservices.p50}, porque cada salto por la red cuesta',
            en: 'end well; half of them within {microservices.p50}, since every hop over the network costs',
          },
          mark: bySuccess('microservices.success'),
        },
      ],
    },
    {
      id: 'predict',
      atMs: 18_000,
      span: { fromMs: 0, toMs: 18_000 },
      emphasis: { kind: 'module', id: 'payment' },
      title: { es: 'Pago está a punto de caer', en: 'Payment is about to go down' },
      text: {
        es: 'A los {from}, Pago agota la memoria de su proceso y el sistema operativo lo mata. No es una excepción que el código pueda atrapar. Volverá {lasts} después.',
        en: 'At {from}, payment uses up the memory of its process, and the operating system kills it. It is not an exception that code could catch. Payment will be back {lasts} later.',
      },
      caption: {
        es: 'Dentro de un momento, el proceso de Pago se queda sin memoria y muere.',
        en: 'In a moment, the process that payment lives in runs out of memory and dies.',
      },
      prediction: {
        id: 'browsers',
        question: {
          es: '¿Qué le pasará a quien solo mira el catálogo?',
          en: 'What will happen to people who are only browsing?',
        },
        decidedAtMs: predicted.toMs,
        span: predicted,
        options: [
          {
            id: 'nobody',
            text: { es: 'Nada, en ningún lado', en: 'Nothing, on either side' },
            isRight: (look) =>
              look('monolith.browse.success', predicted) > 0.5 &&
              look('microservices.browse.success', predicted) > 0.5,
          },
          {
            id: 'monolith',
            text: { es: 'Falla, solo en el monolito', en: 'They fail, in the monolith only' },
            isRight: (look) =>
              look('monolith.browse.success', predicted) <= 0.5 &&
              look('microservices.browse.success', predicted) > 0.5,
          },
          {
            id: 'both',
            text: { es: 'Falla en los dos lados', en: 'They fail on both sides' },
            isRight: (look) => look('microservices.browse.success', predicted) <= 0.5,
          },
        ],
        explanation: {
          es: 'Mirar sale bien {monolith.browse.success} de las veces en el monolito y {microservices.browse.success} en los microservicios.',
          en: 'Browsing works {monolith.browse.success} of the time in the monolith and {microservices.browse.success} in the microservices.',
        },
      },
      findings: [],
    },
    {
      id: 'crash',
      atMs: 26_000,
      span: crash,
      emphasis: { kind: 'module', id: 'payment' },
      title: { es: 'Un proceso muere entero', en: 'A process dies whole' },
      text: {
        es: 'A la derecha, en ese proceso solo estaba Pago. A la izquierda estaba la tienda: catálogo, pedidos e inventario mueren con él, y las {monolith.failed} peticiones que llevaba a medias. Tener varias réplicas no ayuda: todas corren el mismo código y caen por lo mismo.',
        en: 'On the right, only payment was in that process. On the left, the whole shop was: catalog, orders and inventory die with it, and so do the {monolith.failed} requests it had in hand. More replicas are no help: they all run the same code and die of the same thing.',
      },
      caption: {
        es: 'El proceso muere: a la derecha se lleva a Pago; a la izquierda, a la tienda entera.',
        en: 'The process dies: on the right it takes payment along, on the left the whole shop.',
      },
      findings: [
        {
          id: 'monolith',
          span: { fromMs: downFromMs, toMs: 26_000 },
          title: { es: 'Monolito: {monolith.success}', en: 'Monolith: {monolith.success}' },
          text: {
            es: 'acaba bien; no queda ningún proceso que responda',
            en: 'end well; there is no process left to answer',
          },
          mark: bySuccess('monolith.success'),
        },
        {
          id: 'microservices',
          span: { fromMs: downFromMs, toMs: 26_000 },
          title: {
            es: 'Microservicios: {microservices.success}',
            en: 'Microservices: {microservices.success}',
          },
          text: { es: 'acaba bien; fallan las compras', en: 'end well; only checkouts fail' },
          mark: bySuccess('microservices.success'),
        },
      ],
    },
    {
      id: 'look',
      atMs: 40_000,
      span: { fromMs: downFromMs, toMs: 40_000 },
      title: { es: 'Quién cae y quién no', en: 'Who falls and who does not' },
      text: {
        es: 'La misma avería, el mismo tiempo y los mismos clientes. Lo que decide es quién compartía proceso con Pago y quién lo necesita para acabar.',
        en: 'The same breakdown, for as long, with the same customers. What decides is who shared a process with payment, and who needs it to finish.',
      },
      caption: {
        es: 'Mirar el catálogo: {monolith.browse.success} con éxito en el monolito, {microservices.browse.success} en los microservicios. Comprar falla en los dos.',
        en: 'Browsing: {monolith.browse.success} succeed in the monolith, {microservices.browse.success} in the microservices. Checkout fails in both.',
      },
      findings: [
        {
          id: 'monolith-browse',
          title: {
            es: 'Mirar, monolito: {monolith.browse.success}',
            en: 'Browsing, monolith: {monolith.browse.success}',
          },
          text: {
            es: '{monolith.browse.failed} visitas perdidas que no iban a pagar nada',
            en: '{monolith.browse.failed} visits lost that were not going to pay at all',
          },
          mark: bySuccess('monolith.browse.success'),
        },
        {
          id: 'microservices-browse',
          title: {
            es: 'Mirar, microservicios: {microservices.browse.success}',
            en: 'Browsing, microservices: {microservices.browse.success}',
          },
          text: {
            es: 'el catálogo nunca llama a Pago, así que no lo nota',
            en: 'the catalog never calls payment, so it does not notice',
          },
          mark: bySuccess('microservices.browse.success'),
        },
        {
          id: 'microservices-checkout',
          title: {
            es: 'Comprar, microservicios: {microservices.checkout.success}',
            en: 'Checkout, microservices: {microservices.checkout.success}',
          },
          text: {
            es: 'sin Pago no se cobra en ningún lado; el cortacircuitos de Pedidos ya ni lo intenta y dice que no al momento',
            en: 'without payment nobody can be charged; the circuit breaker at orders no longer even tries, and says no at once',
          },
          mark: bySuccess('microservices.checkout.success'),
        },
      ],
    },
    {
      id: 'recovery',
      atMs: 63_000,
      span: { fromMs: downUntilMs, toMs: 63_000 },
      emphasis: { kind: 'module', id: 'orders' },
      title: { es: 'Pago vuelve; vender tarda más', en: 'Payment is back; selling takes longer' },
      text: {
        es: 'A los {until} Pago vuelve en los dos lados, y el monolito vende enseguida. En los microservicios el cortacircuitos sigue abierto: hasta que no pasan {openFor} no prueba otra vez. Lo que protege también retrasa la vuelta.',
        en: 'At {until} payment is back on both sides, and the monolith sells right away. In the microservices the circuit breaker is still open: it does not try again before {openFor} have passed. What protects also delays the return.',
      },
      caption: {
        es: 'Pago ha vuelto. El cortacircuitos tarda un poco más en creérselo.',
        en: 'Payment is back. The circuit breaker takes a little longer to believe it.',
      },
      findings: [
        {
          id: 'monolith',
          title: {
            es: 'Comprar, monolito: {monolith.checkout.success}',
            en: 'Checkout, monolith: {monolith.checkout.success}',
          },
          text: {
            es: '{monolith.checkout.failed} compras perdidas desde la vuelta',
            en: '{monolith.checkout.failed} checkouts lost since it is back',
          },
          mark: bySuccess('monolith.checkout.success'),
        },
        {
          id: 'microservices',
          title: {
            es: 'Comprar, microservicios: {microservices.checkout.success}',
            en: 'Checkout, microservices: {microservices.checkout.success}',
          },
          text: {
            es: '{microservices.checkout.failed} compras perdidas con Pago ya en pie',
            en: '{microservices.checkout.failed} checkouts lost although payment is up',
          },
          mark: bySuccess('microservices.checkout.success'),
        },
        {
          id: 'startup',
          title: { es: 'Aquí los dos vuelven a la vez', en: 'Here both come back together' },
          text: {
            es: 'de verdad no: arrancar la tienda entera lleva {shopStartup}; Pago solo, {paymentStartup}',
            en: 'in earnest they would not: the whole shop takes {shopStartup} to start, payment alone {paymentStartup}',
          },
          mark: caveat,
        },
      ],
    },
    {
      id: 'verdict',
      atMs: 80_000,
      span: { fromMs: 70_000, toMs: 80_000 },
      title: { es: 'Qué demuestra y qué no', en: 'What this shows, and what not' },
      text: {
        es: '«Si uno falla, los demás ni se enteran» es cierto para quien no necesita a Pago. «O todo o nada» es cierto cuando muere el proceso. Un error corriente lo atrapa el código, y entonces el monolito también sigue en pie: sal de la historia y ponle a Pago errores en vez de una caída.',
        en: '“If one fails, the others are not affected” holds for those who do not need payment. “All or nothing” holds when the process dies. An ordinary error is caught by the code, and then the monolith stays up as well: leave the story and give payment errors instead of a crash.',
      },
      caption: {
        es: 'Separar procesos aísla las caídas. A cambio hay más piezas, más red y más coste.',
        en: 'Separate processes contain a crash. The price is more parts, more network and more cost.',
      },
      findings: [
        {
          id: 'price',
          title: {
            es: 'El aislamiento se paga',
            en: 'Isolation has a price',
          },
          text: {
            es: '{microservices.cost} por hora frente a {monolith.cost}, y la mitad de las respuestas en {microservices.p50} en vez de {monolith.p50}',
            en: '{microservices.cost} an hour against {monolith.cost}, and half of the answers within {microservices.p50} instead of {monolith.p50}',
          },
          mark: caveat,
        },
      ],
      hasVerdict: true,
    },
  ],
  verdict: [
    {
      id: 'others-unharmed',
      statement: {
        es: 'En los microservicios, quien no compra no pierde ni una petición',
        en: 'In the microservices, nobody but buyers loses a single request',
      },
      span: down,
      seedShare: 1,
      holds: (look) => allServed(look, 'microservices', down),
    },
    {
      id: 'monolith-down',
      statement: {
        es: 'En el monolito, nadie consigue nada mientras dura',
        en: 'In the monolith, nobody gets anything while it lasts',
      },
      span: { fromMs: downFromMs, toMs: down.toMs },
      seedShare: 1,
      holds: (look) => {
        const span = { fromMs: downFromMs, toMs: down.toMs };
        return noneServed(look, 'monolith', span) && look('monolith.checkout.served', span) === 0;
      },
    },
    {
      id: 'no-sales',
      statement: {
        es: 'Comprar no se puede en ningún lado',
        en: 'Nobody can buy, on either side',
      },
      // What was already beyond payment when it crashed may still be written down.
      span: { fromMs: downFromMs + 1_000, toMs: down.toMs },
      seedShare: 1,
      holds: (look) => {
        const span = { fromMs: downFromMs + 1_000, toMs: down.toMs };
        return (
          look('monolith.checkout.served', span) === 0 &&
          look('microservices.checkout.served', span) === 0
        );
      },
    },
    {
      id: 'slow-return',
      statement: {
        es: 'Al volver, el monolito no pierde ninguna venta y los microservicios sí',
        en: 'Once it is back, the monolith loses no sale and the microservices do',
      },
      span: { fromMs: downUntilMs, toMs: 63_000 },
      seedShare: 1,
      holds: (look) => {
        const span = { fromMs: downUntilMs, toMs: 63_000 };
        return (
          look('monolith.checkout.failed', span) === 0 &&
          look('microservices.checkout.failed', span) > 0
        );
      },
    },
    {
      id: 'healed',
      statement: {
        es: 'Al final, los dos lados están sanos otra vez',
        en: 'In the end, both sides are well again',
      },
      span: { fromMs: 70_000, toMs: 80_000 },
      seedShare: 1,
      holds: (look) => {
        const span = { fromMs: 70_000, toMs: 80_000 };
        return look('monolith.success', span) === 1 && look('microservices.success', span) === 1;
      },
    },
  ],
};

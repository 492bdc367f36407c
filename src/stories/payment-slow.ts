/**
 * Nothing crashes: the card processor only takes its time. In the monolith
 * those who pay hold the threads that everybody needs; in the microservices a
 * timeout and a circuit breaker let go of them. Then the same again without
 * these two, and the microservices do worse than the monolith.
 */
import { objectiveMsOf, policyIn } from './document-facts';
import type { Look, Span } from './figure';
import { byObjective, bySuccess, caveat } from './mark';
import type { Story } from './story';
import { paymentSlowHead } from './story-heads';

const factor = 60;
const slowFromMs = 15_000;
const slowUntilMs = 45_000;
const unprotectedFromMs = 60_000;
const slowAgainFromMs = 65_000;
const slowAgainUntilMs = 95_000;

const protectedLook: Span = { fromMs: 25_000, toMs: 42_000 };
const unprotectedLook: Span = { fromMs: 75_000, toMs: 92_000 };

/** Whether a response time misses what browsing is promised. */
const isSlow = (look: Look, reference: string, span: Span) =>
  look(reference, span) > look('objective', span);

export const paymentSlow: Story = {
  ...paymentSlowHead,
  question: {
    es: 'Si Pago va lento, ¿quién más espera?',
    en: 'If payment is slow, who else has to wait?',
  },
  documentId: 'shop',
  deployments: ['monolith', 'microservices'],
  seed: 42,
  durationMs: 120_000,
  timeline: [
    {
      atMs: slowFromMs,
      fault: 'slow',
      module: 'card-processor',
      factor,
      untilMs: slowUntilMs,
    },
    { atMs: unprotectedFromMs, policy: { caller: 'orders', callee: 'payment', cancel: false } },
    {
      atMs: slowAgainFromMs,
      fault: 'slow',
      module: 'card-processor',
      factor,
      untilMs: slowAgainUntilMs,
    },
  ],
  factsOf: (document) => {
    const { timeoutMs } = policyIn(document, 'microservices', 'orders', 'payment');
    return {
      from: { value: slowFromMs, form: 'ms' },
      lasts: { value: slowUntilMs - slowFromMs, form: 'ms' },
      offAt: { value: unprotectedFromMs, form: 'ms' },
      againAt: { value: slowAgainFromMs, form: 'ms' },
      factor: { value: factor, form: 'factor' },
      timeout: { value: timeoutMs ?? Number.NaN, form: 'ms' },
      objective: { value: objectiveMsOf(document, 'browse'), form: 'ms' },
    };
  },
  steps: [
    {
      id: 'calm',
      atMs: 8_000,
      span: { fromMs: 0, toMs: 8_000 },
      emphasis: { kind: 'module', id: 'card-processor' },
      title: { es: 'Cobrar depende de otros', en: 'Charging depends on others' },
      text: {
        es: 'Para cobrar, Pago pregunta a una pasarela de tarjetas que no es nuestra. Mientras espera, quien compra ocupa un hilo: en el monolito, uno de los de todos; en los microservicios, uno en cada servicio por el que pasa.',
        en: 'To charge, payment asks a card processor that is not ours. While it waits, each buyer holds a thread: in the monolith, one of those that everybody shares; in the microservices, one in every service on the way.',
      },
      caption: {
        es: 'Todo va bien. Quien compra espera a una pasarela de tarjetas que no es nuestra.',
        en: 'All is well. Buyers wait for a card processor that is not ours.',
      },
      findings: [
        {
          id: 'monolith',
          title: {
            es: 'Comprar, monolito: {monolith.checkout.p50}',
            en: 'Checkout, monolith: {monolith.checkout.p50}',
          },
          text: { es: 'la mitad de las veces, o menos', en: 'half of the time, or less' },
          mark: bySuccess('monolith.checkout.success'),
        },
        {
          id: 'microservices',
          title: {
            es: 'Comprar, microservicios: {microservices.checkout.p50}',
            en: 'Checkout, microservices: {microservices.checkout.p50}',
          },
          text: { es: 'la mitad de las veces, o menos', en: 'half of the time, or less' },
          mark: bySuccess('microservices.checkout.success'),
        },
      ],
    },
    {
      id: 'predict',
      atMs: 13_000,
      span: { fromMs: 0, toMs: 13_000 },
      emphasis: { kind: 'module', id: 'card-processor' },
      title: { es: 'La pasarela se pone lenta', en: 'The card processor slows down' },
      text: {
        es: 'A los {from} la pasarela empieza a tardar {factor}, durante {lasts}. No falla: solo tarda. El mismo tráfico llega a los dos lados.',
        en: 'At {from} the card processor starts to take {factor} as long, for {lasts}. It does not fail: it is only slow. The same traffic reaches both sides.',
      },
      caption: {
        es: 'Dentro de un momento, la pasarela de tarjetas tardará {factor}. No falla: solo tarda.',
        en: 'In a moment the card processor will take {factor} as long. It does not fail: it is only slow.',
      },
      prediction: {
        id: 'browsers',
        question: {
          es: '¿Qué le pasará a quien solo mira el catálogo?',
          en: 'What will happen to people who are only browsing?',
        },
        decidedAtMs: protectedLook.toMs,
        span: protectedLook,
        options: [
          {
            id: 'nobody',
            text: { es: 'Nada, en ningún lado', en: 'Nothing, on either side' },
            isRight: (look) =>
              !isSlow(look, 'monolith.browse.p50', protectedLook) &&
              !isSlow(look, 'microservices.browse.p50', protectedLook),
          },
          {
            id: 'monolith',
            text: { es: 'Espera, solo en el monolito', en: 'They wait, in the monolith only' },
            isRight: (look) =>
              isSlow(look, 'monolith.browse.p50', protectedLook) &&
              !isSlow(look, 'microservices.browse.p50', protectedLook),
          },
          {
            id: 'both',
            text: { es: 'Espera en los dos lados', en: 'They wait on both sides' },
            isRight: (look) => isSlow(look, 'microservices.browse.p50', protectedLook),
          },
        ],
        explanation: {
          es: 'La mitad de las visitas al catálogo espera más de {monolith.browse.p50} en el monolito y menos de {microservices.browse.p50} en los microservicios.',
          en: 'Half of those who browse wait longer than {monolith.browse.p50} in the monolith, and less than {microservices.browse.p50} in the microservices.',
        },
      },
      findings: [],
    },
    {
      id: 'look',
      atMs: 42_000,
      span: protectedLook,
      emphasis: { kind: 'module', id: 'payment' },
      title: { es: 'Quien mira espera detrás de quien paga', en: 'Browsers queue behind buyers' },
      text: {
        es: 'En el monolito, {monolith.shop.slotsBusy} de {monolith.shop.slotsTotal} hilos están ocupados, casi todos esperando un cobro, y {monolith.shop.queue} peticiones hacen cola en la puerta. En los microservicios, Pedidos deja de esperar a los {timeout} y, tras varios fallos, ya ni llama: sus hilos quedan libres.',
        en: 'In the monolith, {monolith.shop.slotsBusy} of {monolith.shop.slotsTotal} threads are taken, nearly all by a payment, and {monolith.shop.queue} requests queue at the door. In the microservices, orders stops waiting after {timeout} and, after some failures, no longer calls at all: its threads are free.',
      },
      caption: {
        es: 'Mirar el catálogo: {monolith.browse.p50} en el monolito, {microservices.browse.p50} en los microservicios. Pero ahí ya no se puede comprar.',
        en: 'Browsing takes {monolith.browse.p50} in the monolith, {microservices.browse.p50} in the microservices. But there nobody can buy any more.',
      },
      findings: [
        {
          id: 'monolith-browse',
          title: {
            es: 'Mirar, monolito: {monolith.browse.p50}',
            en: 'Browsing, monolith: {monolith.browse.p50}',
          },
          text: {
            es: 'el objetivo son {objective}; los hilos los tienen quienes pagan',
            en: 'the objective is {objective}; the threads are with those who pay',
          },
          mark: byObjective('monolith.browse.p50', 'objective'),
        },
        {
          id: 'microservices-browse',
          title: {
            es: 'Mirar, microservicios: {microservices.browse.p50}',
            en: 'Browsing, microservices: {microservices.browse.p50}',
          },
          text: { es: 'como si no pasara nada', en: 'as if nothing had happened' },
          mark: byObjective('microservices.browse.p50', 'objective'),
        },
        {
          id: 'checkout',
          title: {
            es: 'Comprar: {monolith.checkout.success} y {microservices.checkout.success}',
            en: 'Checkout: {monolith.checkout.success} and {microservices.checkout.success}',
          },
          text: {
            es: 'el monolito cobra, tarde; los microservicios no cobran a nadie. El porcentaje de éxito, solo, engaña',
            en: 'the monolith charges, late; the microservices charge nobody. Success alone misleads',
          },
          mark: caveat,
        },
      ],
    },
    {
      id: 'unprotected',
      atMs: 64_000,
      span: { fromMs: 55_000, toMs: 64_000 },
      emphasis: { kind: 'module', id: 'orders' },
      title: { es: 'Otra vez, sin protección', en: 'Once more, without protection' },
      text: {
        es: 'A los {offAt} quitamos a Pedidos el límite de espera y el cortacircuitos. Nada más cambia: las mismas piezas, el mismo corte. A los {againAt} la pasarela vuelve a tardar {factor}.',
        en: 'At {offAt} we take the timeout and the circuit breaker away from orders. Nothing else changes: same parts, same cut. At {againAt} the card processor slows down {factor} again.',
      },
      caption: {
        es: 'Los microservicios pierden el límite de espera y el cortacircuitos. La pasarela va a tardar igual que antes.',
        en: 'The microservices lose their timeout and circuit breaker. The card processor is about to slow down again.',
      },
      prediction: {
        id: 'worse',
        question: {
          es: 'Sin esas dos defensas, ¿dónde se espera más para mirar?',
          en: 'Without these two, where do browsers wait longer?',
        },
        decidedAtMs: unprotectedLook.toMs,
        span: unprotectedLook,
        options: [
          {
            id: 'monolith',
            text: { es: 'En el monolito', en: 'In the monolith' },
            isRight: (look) => ratio(look) < 1 / 1.5,
          },
          {
            id: 'same',
            text: { es: 'Más o menos igual', en: 'About the same' },
            isRight: (look) => ratio(look) >= 1 / 1.5 && ratio(look) <= 1.5,
          },
          {
            id: 'microservices',
            text: { es: 'En los microservicios', en: 'In the microservices' },
            isRight: (look) => ratio(look) > 1.5,
          },
        ],
        explanation: {
          es: 'La mitad de las visitas espera más de {monolith.browse.p50} en el monolito y más de {microservices.browse.p50} en los microservicios.',
          en: 'Half of the visits wait longer than {monolith.browse.p50} in the monolith, and longer than {microservices.browse.p50} in the microservices.',
        },
      },
      findings: [],
    },
    {
      id: 'look-again',
      atMs: 92_000,
      span: unprotectedLook,
      emphasis: { kind: 'module', id: 'web' },
      title: { es: 'La espera sube por la cadena', en: 'Waiting climbs up the chain' },
      text: {
        es: 'Pago llena sus hilos, Pedidos espera a Pago y llena los suyos, y la web espera a Pedidos: {microservices.web.slotsBusy} de sus {microservices.web.slotsTotal} hilos ocupados, {microservices.web.queue} peticiones en la puerta. El catálogo está libre, pero nadie llega hasta él.',
        en: 'Payment fills its threads, orders waits for payment and fills its own, and the web waits for orders: {microservices.web.slotsBusy} of its {microservices.web.slotsTotal} threads taken, {microservices.web.queue} requests at the door. The catalog is idle, but nobody gets that far.',
      },
      caption: {
        es: 'Sin límite de espera ni cortacircuitos, mirar tarda {microservices.browse.p50} en los microservicios: más que en el monolito.',
        en: 'Without timeout and breaker, browsing takes {microservices.browse.p50} in the microservices: longer than in the monolith.',
      },
      findings: [
        {
          id: 'monolith-browse',
          title: {
            es: 'Mirar, monolito: {monolith.browse.p50}',
            en: 'Browsing, monolith: {monolith.browse.p50}',
          },
          text: { es: 'lento, como la primera vez', en: 'slow, as the first time' },
          mark: byObjective('monolith.browse.p50', 'objective'),
        },
        {
          id: 'microservices-browse',
          title: {
            es: 'Mirar, microservicios: {microservices.browse.p50}',
            en: 'Browsing, microservices: {microservices.browse.p50}',
          },
          text: {
            es: 'y {microservices.browse.failed} visitas rechazadas porque ya no caben en la cola',
            en: 'and {microservices.browse.failed} visits turned away, as the queue is full',
          },
          mark: bySuccess('microservices.browse.success'),
        },
      ],
    },
    {
      id: 'verdict',
      atMs: 118_000,
      span: { fromMs: 112_000, toMs: 118_000 },
      title: { es: 'Qué demuestra y qué no', en: 'What this shows, and what not' },
      text: {
        es: 'Partir en servicios no aísla por sí solo: quien espera sin límite comparte la suerte de aquel a quien espera. Aíslan el límite de espera y el cortacircuitos. Y un monolito también puede tenerlos ante la pasarela: aquí no los tiene, como tantos.',
        en: 'Splitting into services does not isolate by itself: who waits without a limit shares the fate of whom they wait for. What isolates is the timeout and the circuit breaker. A monolith can have them too, in front of the card processor; this one has not, like so many.',
      },
      caption: {
        es: 'Lo que aísla no es el corte, sino no esperar sin límite.',
        en: 'What isolates is not the cut, but never waiting without a limit.',
      },
      findings: [],
      hasVerdict: true,
    },
  ],
  verdict: [
    {
      id: 'monolith-waits',
      statement: {
        es: 'Con la pasarela lenta, mirar tarda en el monolito más de lo prometido',
        en: 'With a slow card processor, browsing in the monolith misses its objective',
      },
      span: protectedLook,
      seedShare: 1,
      holds: (look) => isSlow(look, 'monolith.browse.p50', protectedLook),
    },
    {
      id: 'microservices-unharmed',
      statement: {
        es: 'En los microservicios protegidos, mirar ni falla ni se retrasa',
        en: 'In the protected microservices, browsing neither fails nor slows down',
      },
      span: protectedLook,
      seedShare: 1,
      holds: (look) =>
        look('microservices.browse.success', protectedLook) === 1 &&
        !isSlow(look, 'microservices.browse.p99', protectedLook),
    },
    {
      id: 'sales',
      statement: {
        es: 'El monolito cobra, tarde; los microservicios protegidos no cobran casi a nadie',
        en: 'The monolith charges, late; the protected microservices charge next to nobody',
      },
      span: protectedLook,
      seedShare: 1,
      holds: (look) =>
        look('monolith.checkout.success', protectedLook) > 0.99 &&
        look('microservices.checkout.success', protectedLook) < 0.05,
    },
    {
      id: 'unprotected-worse',
      statement: {
        es: 'Sin protección, mirar tarda más en los microservicios que en el monolito',
        en: 'Without protection, browsing takes longer in the microservices than in the monolith',
      },
      span: unprotectedLook,
      seedShare: 1,
      holds: (look) => ratio(look) > 1,
    },
    {
      id: 'healed',
      statement: {
        es: 'Al final, los dos lados están sanos otra vez',
        en: 'In the end, both sides are well again',
      },
      span: { fromMs: 112_000, toMs: 118_000 },
      seedShare: 1,
      holds: (look) => {
        const span = { fromMs: 112_000, toMs: 118_000 };
        return look('monolith.success', span) === 1 && look('microservices.success', span) === 1;
      },
    },
  ],
};

/** How much longer browsing takes in the unprotected microservices than in the monolith. */
function ratio(look: Look): number {
  return (
    look('microservices.browse.p50', unprotectedLook) / look('monolith.browse.p50', unprotectedLook)
  );
}

/** Textos de la leyenda del diagrama: se cargan al abrirla. */
export const legend = {
  title: 'Qué se ve aquí',
  journeys: 'Cada color es un recorrido:',
  dot: 'Petición en camino (de cerca, con la forma de su recorrido)',
  cross: 'Fallo que vuelve, o llamada rechazada',
  ring: 'Respuesta a la que le falta algo: se dio un sustituto',
  hollow: 'Hueca: llamada que sigue en vano, quien la hizo ya no espera',
  queue: 'Petición que espera en la puerta',
  free: 'Hilo o conexión libre',
  busy: 'Ocupado por una petición',
  inVain: 'Rayado: trabaja en vano, ya nadie espera la respuesta',
  starting: 'Contorno: réplica que arranca o está caída',
  call: 'Llamada; más ancha, más tráfico',
  async: 'Punteada: mensaje, nadie espera',
  open: 'Cortada: circuito abierto (a prueba, en ámbar)',
  stack: 'Tarjetas detrás: más réplicas; a trazos, la que no responde',
  frame: 'Marco punteado: una sola aplicación',
} as const;

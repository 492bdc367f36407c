/** Textos de la petición bajo el puntero, en un hilo o en la cola: se cargan al mover el puntero. */
export const seat = {
  slot: 'la están atendiendo',
  inVain: 'ya nadie la espera',
  queue: 'espera en la cola',
  open: 'Clic: por dentro',
} as const;

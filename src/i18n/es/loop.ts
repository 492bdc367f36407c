/** Textos del tramo que se repite: se cargan con la primera marca. */
export const loop = {
  fromMs: 'El bucle empieza a los',
  toMs: 'El bucle termina a los',
  clear: 'Quitar las marcas del bucle',
} as const;

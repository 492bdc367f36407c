/** Textos del menú del reproductor: se cargan con él. */
export const player = {
  title: 'Pasos, bucle y más velocidades',
  event: 'Suceso',
  eventNote: 'Lo siguiente que hace el motor en cualquiera de los dos lados',
  eventBack: 'Suceso anterior',
  eventOn: 'Suceso siguiente',
  request: 'Petición',
  requestNote: 'Cuando llega o termina la petición de un cliente',
  requestBack: 'Petición anterior',
  requestOn: 'Petición siguiente',
  speed: 'Más velocidades',
  loop: 'En bucle',
  loopNote: 'Vuelve a empezar al llegar al final',
  loopEndless: 'Esta ejecución no tiene final: solo se repiten las historias',
} as const;

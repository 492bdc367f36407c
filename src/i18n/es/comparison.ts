export const comparison = {
  'comparison.title': 'Quién lo consigue',
  'comparison.explanation': 'Peticiones que acaban bien, de las terminadas en los últimos 5 s',
  'comparison.degraded': '{share} con la respuesta recortada',
  'comparison.slow': 'Acaban bien, pero la mitad espera más de {time}; el objetivo son {objective}',
} as const;

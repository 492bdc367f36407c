export const comparison = {
  'comparison.title': 'Quién lo consigue',
  'comparison.explanation': 'Peticiones que acaban bien, de las terminadas en los últimos 5 s',
  'comparison.degraded': '{share} con la respuesta recortada',
} as const;

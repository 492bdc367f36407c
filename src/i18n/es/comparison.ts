export const comparison = {
  'comparison.title': 'Quién lo consigue',
  'comparison.explanation': 'Peticiones que acaban bien, de las terminadas en los últimos 5 s',
  'comparison.journey': 'Qué hace el cliente',
  'comparison.degraded': '{share} con la respuesta recortada',
} as const;

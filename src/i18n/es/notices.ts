export const notices = {
  'notices.label': 'Avisos',
  'notices.dismiss': 'Descartar el aviso',
  'notices.addressValue':
    'El enlace pide {name}={value}, que aquí no existe. Se ha usado {fallback}.',
  'notices.addressFault':
    'El enlace pide el fallo «{value}», que aquí no existe. Se ha dejado fuera.',
  'notices.fallback.language': 'tu idioma',
  'notices.fallback.theme': 'el tema del sistema',
  'notices.fallback.view': 'la vista de ambos',
  'notices.fallback.seed': 'la semilla {seed}',
} as const;

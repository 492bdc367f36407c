export const inspector = {
  'inspector.label': 'Inspector',
  'inspector.empty.title': 'Rompe algo',
  'inspector.empty.text':
    'Pulsa cualquier pieza para ver qué hace y provocarle un fallo. Empieza por aquí: tira {module} y mira quién cae con él en cada lado.',
  'inspector.empty.action': 'Tirar {module}',
  'inspector.empty.undo': 'Levantar {module}',
} as const;

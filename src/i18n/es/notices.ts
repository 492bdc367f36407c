export const notices = {
  'notices.label': 'Avisos',
  'notices.dismiss': 'Descartar el aviso',
  'notices.language':
    'Los textos en {language} no se han podido cargar. Comprueba la conexión y vuelve a elegir el idioma.',
  'notices.story':
    'La historia «{value}» no se ha podido cargar. Comprueba la conexión y vuelve a abrirla.',
  'notices.resumed':
    'La simulación se interrumpió y ha seguido desde {time}, con todo lo que habías hecho.',
} as const;

export const sharing = {
  'share.title': 'Compartir',
  'share.explanation': 'Quien abra el enlace ve lo mismo que tú: la misma tienda y lo que le pasa.',
  'share.text': 'Enlace',
  'share.copy': 'Copiar enlace',
  'embed.title': 'Incrustar en otra página',
  'embed.explanation':
    'Pega este código donde quieras verlo. Se abre con la vista y el idioma que tienes ahora.',
  'embed.text': 'Código',
  'embed.copy': 'Copiar código',
  'sharing.copied': 'Copiado',
  'sharing.choice': 'Qué se lleva',
  'sharing.whole': 'Todo lo que has hecho, cada cosa en su momento',
  'sharing.present': 'Los fallos de ahora, desde el principio',
  'sharing.tooLong':
    'Lo que has hecho es demasiado largo para un enlace. Guárdalo como archivo y envíalo: se abre con «Abrir…» o soltándolo en la página. En este navegador se conserva aunque recargues.',
  'sharing.save': 'Guardar como archivo',
  'sharing.save.explanation': 'El documento en YAML, con tus cambios.',
} as const;

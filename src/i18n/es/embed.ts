export const embed = {
  'embed.title': '{document}: quién cae y quién no',
  'embed.success': '{share} con éxito{after}',
  'embed.after': ', en {time}',
  'embed.explore': 'Explorar en Faultline',
  'embed.explore.tab': '(en otra pestaña)',
  'embed.faults': 'Fallos',
  'embed.caption.calm': 'Los mismos clientes llegan a los dos lados. Todo va bien.',
  'embed.caption.fault':
    '{fault}. {left}: {leftShare} con éxito{leftAfter}. {right}: {rightShare}{rightAfter}. Los clientes son los mismos.',
  'notices.embed.controls':
    'El enlace pide «controls={value}», y solo vale 0 o 1. Se muestran los controles.',
  'notices.embed.autoplay':
    'El enlace pide «autoplay={value}», y solo vale 0 o 1. La simulación arranca sola.',
} as const;

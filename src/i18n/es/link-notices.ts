/** Avisos sobre lo que dice un enlace: se cargan cuando hay alguno. */
export const linkNotices = {
  'notices.address.lang':
    'El enlace pide el idioma «{value}», que no hablamos. Se usa el tuyo si es español o inglés.',
  'notices.address.theme':
    'El enlace pide el tema «{value}», que no existe. Se usa el del sistema.',
  'notices.address.view': 'El enlace pide la vista «{value}», que no existe. Se ven las dos.',
  'notices.address.seed':
    'El enlace pide la semilla «{value}», que no es un número entero válido. Se usa la 42.',
  'notices.address.fail':
    'El enlace pide el fallo «{value}», que no existe aquí. Se ha dejado fuera.',
  'notices.address.story':
    'El enlace pide la historia «{value}», que no existe. Explora a tu aire.',
  'notices.address.step':
    'El enlace pide el paso «{value}», que no existe. La historia empieza por el primero.',
  'notices.shared.damaged':
    'Lo que el enlace lleva dentro está dañado o es de otra versión. Se abre la tienda tal como viene.',
  'notices.shared.document':
    'El enlace está dañado: su documento no se puede leer y se abre otro en su lugar. Pide que te lo envíen de nuevo.',
  'notices.shared.script':
    'El enlace está dañado: lo que se hizo durante la simulación no se puede leer. Lo demás está. Pide que te lo envíen de nuevo.',
  'notices.shared.panes':
    'El enlace está dañado: no se puede leer qué arquitecturas comparaba. Lo demás está; elígelas tú.',
  'notices.shared.elsewhere':
    'Lo que se hizo era demasiado largo para el enlace y se quedó en el navegador de quien lo hizo. Pídele el archivo.',
  'notices.shared.unkept':
    'Lo que has hecho es demasiado largo para la dirección, y el navegador no lo guarda: si recargas, se pierde. En «Compartir» se guarda el documento como archivo.',
} as const;

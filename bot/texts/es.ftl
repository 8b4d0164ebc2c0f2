### Spanish. A finding has two sentences: what is the case, and (next-…) what happens now.

## Findings: the account and the organization

finding-account_not_found = No he encontrado ninguna cuenta suya en el directorio de esta organización, así que no puedo ver su foto.
next-account_not_found = El equipo de soporte puede comprobar su cuenta. Si se acaba de crear, vuelva a preguntarme dentro de una hora.

finding-incident = En este momento, Microsoft tiene un problema con { $service }. Los cambios pueden retrasarse para todo el mundo.
next-incident = No es necesario que haga nada. Microsoft está trabajando en ello con el número de incidente { $incident }. Puedo volver a escribirle cuando se haya resuelto.

finding-guest = En esta organización, usted tiene una cuenta de invitado. Por eso, la foto y el perfil que tiene aquí son independientes de los que tiene en su propia organización.
next-guest = Un administrador de esta organización puede cambiarlos en su cuenta de invitado; el equipo de soporte de esta organización puede gestionarlo. Los cambios que se hacen en su propia organización no llegan aquí.

finding-account_disabled = El inicio de sesión está desactivado en esta cuenta, y SharePoint no recoge los cambios de las cuentas en esa situación.
next-account_disabled = Un administrador puede volver a activar el inicio de sesión; el equipo de soporte puede gestionarlo. Después suele tardar aproximadamente un día.

finding-account_recreated = SharePoint todavía asocia su nombre a una cuenta anterior que ya no existe. Esto ocurre cuando una cuenta se elimina y se vuelve a crear.
next-account_recreated = Un administrador de SharePoint puede corregirlo con el diagnóstico «Site User ID Mismatch» de Microsoft. El equipo de soporte puede gestionarlo; tarda aproximadamente un día.

finding-service_rejected = Un servicio de Microsoft 365 informa de un error en su cuenta y no ha incorporado todos sus datos.
next-service_rejected = Un administrador tiene que revisar el error. El equipo de soporte puede gestionarlo con los detalles que ya he anotado. Puede tardar unos días.

finding-directory_conflict = Su cuenta no se puede sincronizar desde el directorio propio de su organización: uno de sus datos también se usa en otra cuenta.
next-directory_conflict = Un administrador tiene que resolver este conflicto; el equipo de soporte puede gestionarlo. Después, los cambios suelen llegar en el plazo de un día.

finding-sync_stopped = La sincronización con el directorio propio de su organización parece haberse detenido. Es probable que los cambios que se hacen allí no estén llegando en este momento.
next-sync_stopped = Avise al equipo de soporte, por favor, porque esto afecta a muchas personas. Cuando la sincronización vuelva a funcionar, lo habitual es que los cambios lleguen en el plazo de un día.

## Findings: who may change a photo

finding-mastered_on_premises = Su organización administra las fotos en un directorio propio, así que no se pueden cambiar en Microsoft 365.
next-mastered_on_premises = El equipo de soporte puede encargarse de que se cambie su foto allí. El cambio suele verse en Microsoft 365 aproximadamente un día después.

finding-only_some_may_change = En su organización, solo determinados administradores pueden cambiar las fotos.
next-only_some_may_change = El equipo de soporte puede encargarse de que se cambie su foto.

finding-policy_unknown = { $why ->
    [forbidden] No tengo permiso para ver las normas sobre las fotos, así que no puedo decirle si usted puede cambiar la suya.
   *[other] Ahora mismo no he podido ver las normas sobre las fotos, así que no puedo decirle si usted puede cambiar la suya.
  }
next-policy_unknown = Puede intentar subir una foto. Si no es posible, el equipo de soporte puede decirle quién está autorizado a cambiarla.

finding-mailbox_policy = En las normas sobre las fotos que puedo ver, nada le impide cambiar la suya. Si Outlook o Teams no se lo permiten, probablemente se deba a una norma que se aplica a su buzón, y esas normas no las puedo ver.
next-mailbox_policy = Un administrador puede comprobar las normas que se aplican a su buzón. El equipo de soporte puede gestionarlo. Un cambio en una de esas normas puede tardar un día.

finding-upload_refused = Microsoft 365 solo acepta fotos en archivos JPEG o PNG de 4 MB como máximo.
next-upload_refused = Guarde su foto como archivo JPEG, más pequeña si es necesario, y vuelva a subirla. Suele verse en todas partes en el plazo de un día; a veces tarda hasta tres.

finding-new_upload_refused = Microsoft 365 tiene una foto suya. No puedo ver por qué ha rechazado otra; solo acepta archivos JPEG y PNG de 4 MB como máximo.
next-new_upload_refused = Guarde su foto como archivo JPEG, más pequeña si es necesario, y vuelva a subirla. Si se rechaza otra vez, el equipo de soporte puede revisarlo.

## Findings: where the photo comes from

finding-mailbox_on_premises = Su buzón no está en Microsoft 365, sino en su propia organización, y lo mismo ocurre con la foto asociada a ese buzón.
next-mailbox_on_premises = El equipo de soporte puede encargarse de que se ponga allí su foto.

finding-mailbox_is_new = Su buzón es nuevo y todavía no está listo del todo. Hasta que lo esté, no se puede acceder a las fotos.
next-mailbox_is_new = Suele tardar un cuarto de hora y, a veces, un día. Puedo volver a escribirle el { $look_again_at }.

finding-no_mailbox = En Microsoft 365 no hay ninguna foto suya. Su cuenta no tiene buzón, que es de donde suelen proceder las fotos.
next-no_mailbox = Puede agregar una foto a su cuenta. El equipo de soporte también puede decirle si su licencia incluye un buzón.

finding-no_photo = En Microsoft 365 no hay ninguna foto suya, así que no hay nada que mostrar.
next-no_photo = Agregue una foto. Suele verse en todas partes en el plazo de un día; a veces tarda hasta tres.

finding-directory_photo = Su foto es la misma en Microsoft 365 y en SharePoint. Es muy pequeña y probablemente procede del directorio propio de su organización.
next-directory_photo = El equipo de soporte puede encargarse de que se ponga allí una foto nueva o decirle si puede subirla usted. Suele verse aproximadamente un día después.

## Findings: nothing can be said

finding-throttled = Microsoft 365 me ha pedido que espere antes de hacer la comprobación, así que todavía no puedo decirle qué ocurre.
next-throttled = { $retry_at ->
    [none] Vuelva a intentarlo dentro de unos minutos.
   *[other] Puedo volver a comprobarlo a partir del { $retry_at }.
  }

finding-permission_missing = No tengo permiso para ver todo lo que necesito, así que no puedo decirle qué ocurre.
next-permission_missing = Primero, un administrador tiene que darme un permiso. El equipo de soporte puede gestionarlo.

finding-sign_in_refused = Microsoft 365 no me ha permitido iniciar sesión, así que no puedo decirle qué ocurre.
next-sign_in_refused = Un administrador tiene que revisar mi configuración. El equipo de soporte puede gestionarlo.

finding-signed_out = Sin su inicio de sesión no puedo ver su foto ni su perfil, así que no puedo decirle qué ocurre.
next-signed_out = Elija «Volver a comprobar» y Teams iniciará sesión por usted. Si no funciona, el equipo de soporte puede ayudarle.

finding-other_geography = Su perfil de SharePoint se guarda en otra región, a la que no tengo acceso, así que no puedo decirle qué ocurre.
next-other_geography = Un administrador puede agregar esa región a mi configuración. El equipo de soporte puede gestionarlo.

finding-not_seen = Una parte de Microsoft 365 no ha respondido correctamente, así que no puedo decirle qué ocurre.
next-not_seen = Suele ser algo pasajero. Vuelva a intentarlo dentro de unos minutos o pídame que vuelva a escribirle.

finding-account_unknown = { $why ->
    [forbidden] No tengo permiso para ver su cuenta, así que no puedo decirle si es una cuenta de invitado, si tiene buzón y si le da acceso a SharePoint.
   *[other] Ahora mismo no he podido ver su cuenta, así que no puedo decirle si es una cuenta de invitado, si tiene buzón y si le da acceso a SharePoint.
  }
next-account_unknown = { $why ->
    [forbidden] Por lo que puedo ver, su foto es la misma en Microsoft 365 y en SharePoint. Un administrador puede darme el permiso que me falta; el equipo de soporte puede gestionarlo.
   *[other] Por lo que puedo ver, su foto es la misma en Microsoft 365 y en SharePoint. Vuelva a comprobarlo dentro de unos minutos.
  }

## Findings: the way to SharePoint

finding-not_licensed = SharePoint no tiene ningún perfil suyo porque su cuenta no tiene licencia de SharePoint.
next-not_licensed = El equipo de soporte puede decirle si se le asignará una licencia. Después, el perfil suele crearse en el plazo de un día.

finding-no_profile = SharePoint todavía no tiene ningún perfil suyo, así que no puede mostrar su foto.
next-no_profile = Abra SharePoint una vez; el perfil suele crearse en el plazo de un día. Si para entonces sigue sin existir, el equipo de soporte puede comprobar su licencia.

finding-photo_without_mailbox = Microsoft 365 tiene una foto suya, pero SharePoint no la muestra. Su cuenta no tiene buzón, y es posible que SharePoint no recoja las fotos de esas cuentas.
next-photo_without_mailbox = Usted puede poner la foto en su perfil de SharePoint: elija «Cambiar mi foto». El equipo de soporte también puede decirle si su licencia incluye un buzón.

finding-pull_switched_off = SharePoint no muestra la foto que usted tiene en Microsoft 365 y está configurado para no recoger las fotos de su cuenta.
next-pull_switched_off = Un administrador puede revisar esa configuración. El equipo de soporte puede gestionarlo.

finding-pull_stuck = SharePoint sigue sin mostrar la foto que usted tiene en Microsoft 365, a pesar de la solicitud que le envié el { $asked_at }.
next-pull_stuck = Un administrador puede ejecutar el diagnóstico de Microsoft para fotos de perfil y comprobar la configuración de la propiedad «Imagen». El equipo de soporte puede gestionarlo.

finding-placeholder_shown = Microsoft 365 tiene una foto suya, pero SharePoint no la obtuvo en su último intento y muestra una imagen vacía.
next-placeholder_shown = Puedo pedir a SharePoint que intente recogerla otra vez. Si todo va bien, estará allí a más tardar el { $expected_by }.

finding-never_pulled = Microsoft 365 tiene una foto suya, pero SharePoint no la ha recogido nunca.
next-never_pulled = Puedo pedir a SharePoint que la recoja. Si todo va bien, estará allí a más tardar el { $expected_by }.

finding-pull_not_due = SharePoint todavía no muestra la foto que usted tiene en Microsoft 365, porque recoge una foto como máximo una vez al día.
next-pull_not_due = No hay ningún problema. SharePoint recogió una foto por última vez el { $pulled_at } y puede volver a hacerlo a partir del { $possible_at }. Puedo volver a escribirle entonces. Lo habitual es que su foto esté allí a más tardar el { $expected_by }.

finding-sharepoint_behind = SharePoint no muestra la foto que usted tiene en Microsoft 365: probablemente nadie ha solicitado todavía que recoja la nueva.
next-sharepoint_behind = Puedo pedir a SharePoint que la recoja. Si todo va bien, estará allí a más tardar el { $expected_by }.

finding-sizes_differ = SharePoint muestra su foto nueva en un tamaño y, en otro, todavía la anterior.
next-sizes_differ = Puedo pedir a SharePoint que vuelva a recogerla. Si todo va bien, la foto nueva se verá en todos los tamaños a más tardar el { $expected_by }.

finding-picture_unreadable = Una de sus fotos está en un formato que no puedo leer, así que no puedo compararlas.
next-picture_unreadable = Vuelva a subir su foto, por favor, en un archivo JPEG o PNG.

finding-picture_elsewhere = SharePoint indica que su foto está en una ubicación que yo no consulto, así que no puedo comparar las dos fotos.
next-picture_elsewhere = Vuelva a subir su foto en Microsoft 365. Si SharePoint sigue mostrando otra después del { $expected_by }, el equipo de soporte puede revisarlo.

finding-picture_state_unknown = Su foto es la misma en Microsoft 365 y en SharePoint, pero SharePoint indica para ella un estado que no conozco.
next-picture_state_unknown = Si no ve su foto en SharePoint, el equipo de soporte puede revisarlo con los detalles que ya he preparado.

finding-pulled_another = SharePoint recogió una foto por última vez el { $pulled_at }, cuando Microsoft 365 ya tenía esta, y sigue mostrando otra.
next-pulled_another = Un administrador puede ejecutar el diagnóstico de Microsoft para fotos de perfil; el equipo de soporte puede gestionarlo. También puede pedirme que vuelva a enviar la solicitud a SharePoint.

## Findings: only a copy is old

finding-only_cached = Su foto es la misma en Microsoft 365 y en SharePoint. Si en algún lugar ve otra, está viendo una copia anterior.
next-only_cached = { $place ->
    [teams] Teams guarda sus propias copias y las actualiza automáticamente; para la versión actual de Teams no se ha publicado ningún plazo. A menudo ayuda cerrar sesión en Teams y volver a iniciarla. Compare lo que ve con la foto que muestra Teams en un navegador web.
   *[other] Estas copias suelen actualizarse solas; no se ha publicado cuánto tarda cada aplicación. A menudo ayuda cerrar sesión y volver a iniciarla, o usar una ventana privada del navegador.
  }

finding-cached_in_outlook = Su foto es la misma en Microsoft 365 y en SharePoint. Lo que ve en Outlook es probablemente una copia anterior.
next-cached_in_outlook = Outlook actualiza la libreta de direcciones aproximadamente una vez al día. Si sigue viendo la foto antigua después del { $expected_by }, descargue la libreta de direcciones en Outlook y compruebe que Outlook esté configurado para mostrar fotos.

finding-copied_elsewhere = Aquí, su foto es la misma en Microsoft 365 y en SharePoint. Lo que ven las personas de otra organización es probablemente una copia que se guarda allí.
next-copied_elsewhere = Una copia así suele actualizarse sola, aunque puede tardar unos días. Desde aquí no se puede hacer nada al respecto, pero la otra persona puede cerrar sesión y volver a iniciarla.

finding-cached_in_browser = Su foto es la misma en Microsoft 365 y en SharePoint. Lo que ve es probablemente una copia que ha guardado su navegador.
next-cached_in_browser = Vuelva a cargar la página o ábrala en una ventana privada del navegador para comparar.

finding-site_copy_old = Los datos de su perfil son correctos, pero este sitio todavía muestra una copia anterior. Cada sitio guarda su propia copia y solo la actualiza para las personas que tienen actividad en él.
next-site_copy_old = Edite algo en ese sitio o suba un archivo: la copia suele actualizarse en el plazo de un día. Si no es así, el propietario del sitio o el equipo de soporte pueden encargarse de que se repare.

finding-site_unnamed = Su foto es la misma en Microsoft 365 y en SharePoint. Cada sitio guarda su propia copia y solo la actualiza para las personas que tienen actividad en él.
next-site_unnamed = Envíeme la dirección del sitio y comprobaré la copia que guarda. Si usted edita algo allí o sube un archivo, la copia suele actualizarse en el plazo de un día.

finding-hidden_from_lists = Su cuenta está oculta en las listas de direcciones, así que es posible que, al buscar su nombre, no aparezcan ni usted ni su foto.
next-hidden_from_lists = Si no es intencionado, un administrador puede cambiarlo. El equipo de soporte puede gestionarlo; el cambio suele verse aproximadamente un día después.

finding-all_in_order = Su foto es la misma en Microsoft 365 y en SharePoint. Todo está en orden.
next-all_in_order = No es necesario que haga nada.

## Findings: the texts of a profile

finding-texts_differ = Todavía no ha llegado a SharePoint toda la información sobre usted que figura en el directorio de su organización.
next-texts_differ = Suele llegar en el plazo de un día, a más tardar el { $expected_by }. El tiempo depende de cuántos cambios haya en la cola: si son pocos, llega mucho antes; si son muchos, tarda más. Yo no puedo iniciar este proceso por usted.

finding-texts_overdue = A SharePoint no ha llegado toda la información sobre usted que figura en el directorio de su organización, aunque ya ha pasado más de un día.
next-texts_overdue = Ya debería haber llegado. Un administrador puede revisarlo; el equipo de soporte puede gestionarlo.

finding-directory_is_master = La información sobre usted es la misma en el directorio de su organización y en SharePoint.
next-directory_is_master = { $master ->
    [premises] Su nombre, puesto, departamento, responsable y teléfono del trabajo proceden del directorio propio de su organización. Los cambios que se hacen en SharePoint o en Microsoft 365 se sobrescriben al cabo de un tiempo. El equipo de soporte o Recursos Humanos pueden encargarse de que los datos se cambien en ese directorio; después, el cambio suele verse en el plazo de un día.
    [probably] Su nombre, puesto, departamento, responsable y teléfono del trabajo proceden probablemente del directorio propio de su organización. De ser así, los cambios que se hacen en SharePoint o en Microsoft 365 se sobrescriben al cabo de un tiempo. El equipo de soporte o Recursos Humanos pueden encargarse de que los datos se cambien en ese directorio; después, el cambio suele verse en el plazo de un día.
   *[cloud] Su nombre, puesto, departamento, responsable y teléfono del trabajo proceden del directorio de su organización. Los cambios que se hacen en SharePoint se sobrescriben al cabo de un tiempo. El equipo de soporte o Recursos Humanos pueden encargarse de que los datos se cambien en el directorio; después, el cambio suele verse en el plazo de un día.
  }

finding-texts_cached = La información sobre usted es la misma en el directorio de su organización y en SharePoint. Lo que ve en otros lugares es probablemente una copia anterior.
next-texts_cached = Estas copias suelen actualizarse solas; los cambios en las tarjetas de perfil pueden tardar hasta dos días. En un sitio de SharePoint, a menudo ayuda editar algo o subir un archivo. Si no cambia nada, el equipo de soporte puede revisarlo.

finding-field_not_synced = SharePoint no copia este dato del directorio de su organización: { $field }.
next-field_not_synced = Un cambio en el directorio no se verá en SharePoint. Es posible que usted pueda editar este dato en su propio perfil; si no, un administrador puede encargarse de que se complete.

## What could not be seen

finding-health_unknown = { $why ->
    [forbidden] No tengo permiso para ver si Microsoft tiene algún problema conocido en este momento.
   *[other] No he podido ver si Microsoft tiene algún problema conocido en este momento.
  }
finding-sync_unknown = { $why ->
    [forbidden] No tengo permiso para ver si la sincronización con el directorio propio de su organización está funcionando.
   *[other] No he podido ver si la sincronización con el directorio propio de su organización está funcionando.
  }
finding-site_unknown = { $why ->
    [forbidden] No tengo permiso para ver la copia de su perfil que guarda ese sitio.
    [elsewhere] No he encontrado ese sitio en su organización, así que no he podido ver la copia que guarda de su perfil.
   *[other] No he podido ver la copia de su perfil que guarda ese sitio.
  }
unseen = No he podido ver lo siguiente: { $what }.
unseen-forbidden = No tengo permiso para ver lo siguiente: { $what }.
unseen-account = su cuenta
unseen-source_photo = su foto en Microsoft 365
unseen-policy = las normas sobre las fotos
unseen-profile = su perfil de SharePoint
unseen-sharepoint_photo = su foto en SharePoint
unseen-small_photos = los tamaños más pequeños de su foto en SharePoint
unseen-incidents = el estado del servicio de Microsoft
unseen-organization = la sincronización con el directorio propio de su organización
unseen-site_entry = la copia de su perfil que guarda el sitio

## The two photos

store-source = Microsoft 365
store-sharepoint = SharePoint
photo-source-alt = Su foto en Microsoft 365, de donde procede
photo-sharepoint-alt = Su foto en SharePoint
photo-none = sin foto
photo-unseen = no se ha podido ver
photo-since = la veo desde el { $at }
photo-changed = cambiada entre el { $before } y el { $at }
photo-pulled = recogida el { $at }

## The texts of a profile

text-empty = (vacío)
texts-same = Igual en ambos lugares: { $names }.
told = Lo que me ha contado: { $what }
since = desde el { $day }
since-month = desde { $month }
place-teams = en Teams
place-outlook = en Outlook
place-sharepoint = en SharePoint
place-delve = en Delve
place-browser = en el navegador
place-phone = en el teléfono
place-elsewhere = en otra organización
place-site = en un sitio
attribute-login = Nombre de usuario
attribute-display_name = Nombre para mostrar
attribute-first_name = Nombre
attribute-last_name = Apellidos
attribute-job_title = Puesto
attribute-department = Departamento
attribute-manager = Responsable
attribute-office = Oficina
attribute-work_phone = Teléfono del trabajo
attribute-mail = Dirección de correo electrónico
attribute-language = Idioma
attribute-mobile = Teléfono móvil
attribute-company = Empresa
attribute-employee_id = Id. de empleado
attribute-address = Dirección

## Buttons

action-facts = Detalles
action-details = Detalles para soporte

action-resync = Volver a sincronizar
action-start = Iniciar
action-back = Ahora no
action-check = Volver a comprobar
action-status = ¿Cómo va?
action-remind = Recordármelo
action-stop = Detener
action-mute = Desactivar mensajes
action-unmute = Activar mensajes
action-history = ¿Qué se ha hecho?
action-change = Cambiar mi foto
action-helpdesk = Preguntar a soporte
action-open-account = Abrir Mi cuenta
action-open-photo = Cambiar en Microsoft 365
action-open-editor = Editar en SharePoint
action-open-profile = Ver en Microsoft 365
action-speak = Usar este idioma
action-privacy = Volver
action-export = Exportar mis datos
action-forget = Olvidar mis datos
action-erase = Sí, olvide mis datos
action-open-sharepoint = Ver en SharePoint
action-ask-check = Comprobar mi foto
action-ask-photo_stale = ¿Por qué aparece mi foto antigua?
action-ask-photo_missing = Mi foto no aparece
action-ask-photo_change = Cambiar mi foto
action-ask-profile_stale = Mi nombre o mi puesto está mal
action-ask-profile_change = Editar mi perfil
action-ask-sync_duration = ¿Cuánto tarda?
action-ask-sync_explain = ¿Cómo funciona?
action-ask-resync = Volver a sincronizar mi foto
action-ask-status = ¿Cómo va?
action-ask-stop = Detener la sincronización
action-ask-mute = No quiero recibir mensajes
action-ask-remind = Avisarme cuando sea posible
action-ask-history = ¿Qué ha hecho Resync?
action-ask-helpdesk = Preguntar a soporte
action-ask-help = ¿Qué puede hacer Resync?
action-ask-privacy = ¿Qué guarda Resync sobre mí?
action-ask-language = ¿Qué idiomas habla Resync?
action-ask-thanks = Gracias

## The resync

plan-title = Esto es lo que voy a hacer
plan-ask = Pedir a SharePoint que recoja su foto.
plan-as_person = Solicitar en su nombre, con su propio inicio de sesión, que SharePoint recoja su foto. El inicio de sesión se usa solo para esta solicitud y no se guarda.
plan-guide = Mostrarle cómo abrir su propia página de SharePoint: eso también hace que SharePoint recoja su foto.
plan-republish = Si eso no da resultado en diez minutos, volver a subir a Microsoft 365 la foto que tiene ahora, exactamente como está, siempre que su organización lo permita.
plan-repair = Corregir las dos opciones de su perfil de SharePoint que impiden que SharePoint recoja su foto. Se guardan los valores anteriores.
plan-watch = Seguir comprobando hasta que su foto haya llegado, como máximo hasta el { $until }.
plan-tell = Comunicarle aquí el resultado.
plan-safe = La foto en sí no se modifica.
plan-flags = La foto en sí no se modifica. Un administrador puede deshacer el cambio en su perfil.
plan-limited = Podrá iniciar una sincronización a partir del { $at } ({ $minutes ->
    [one] dentro de un minuto
   *[other] dentro de { $minutes } minutos
  }). El equipo de soporte puede permitirle iniciarla antes.

progress-title = La sincronización de su foto está en curso
progress-asked = Mi solicitud se envió a SharePoint el { $at }
progress-ask-failed = Mi solicitud a SharePoint no se ha completado; la repetiré
progress-as_person = Una solicitud en su nombre se envió a SharePoint el { $at }
progress-not-as-person = No he podido hacer la solicitud a SharePoint en su nombre; todo lo demás sigue adelante
progress-asking = Estoy pidiendo a SharePoint que recoja su foto
progress-watching = Sigo comprobando si la foto ha llegado; la próxima vez, el { $at }
progress-watching-now = Sigo comprobando si la foto ha llegado
progress-tell = Le comunicaré aquí el resultado, a más tardar el { $until }
progress-guide = Puede ayudar abriendo su propia página de SharePoint en una ventana privada del navegador. No hace falta que me avise: yo veré cuándo ha funcionado.
progress-address = Para hacerlo, copie la dirección que aparece a continuación, abra una ventana privada en el navegador, pegue allí la dirección e inicie sesión. Una ventana privada no guarda ninguna copia anterior de su foto.
progress-pulled = SharePoint recogió una foto el { $at }
progress-republish = Su foto se volvió a subir a Microsoft 365, sin cambios, el { $at }
progress-repair = Se corrigieron dos opciones de su perfil de SharePoint el { $at }
progress-quiet = No enviaré ningún mensaje; el resultado se verá en esta tarjeta
progress-changed = Su foto ha cambiado desde que usted inició la sincronización. Ahora espero a que llegue la más reciente.
step-done = Hecho:
step-now = Ahora:
step-next = Después:

arrived-title = Su foto nueva ha llegado a SharePoint.
arrived-proof = Comparé las fotos de Microsoft 365 y de SharePoint el { $at }. Son iguales.
arrived-cache = Es posible que algunas aplicaciones sigan mostrando una copia anterior durante un tiempo. Suele actualizarse sola.
arrived-summary = Buenas noticias sobre su foto

stuck-title = Su foto todavía no ha llegado a SharePoint.
stuck-unseen = No he podido ver si su foto ha llegado a SharePoint.
stuck-tried = { $looks ->
    [one] Lo comprobé una vez, el { $at }.
   *[other] Lo comprobé { $looks } veces, la última el { $at }.
  }
stuck-removed = Ya no hay ninguna foto suya en Microsoft 365, así que SharePoint no tiene nada que recoger.
stuck-next = A partir de aquí puede continuar el equipo de soporte: Microsoft tiene un diagnóstico para este problema en concreto, que un administrador puede ejecutar. El número de referencia es { $case }.
stuck-escalated = He enviado esto a su equipo de soporte como caso { $case }, con todo lo que he encontrado y probado.
stuck-summary = Novedades sobre su foto
waiting-title = Volveré a escribirle sobre esto
waiting-until = Volveré a comprobarlo el { $at }.
waiting-then = Si entonces hay novedades, se las comunicaré aquí. Mientras tanto, no es necesario que haga nada.
waiting-then-quiet = No enviaré ningún mensaje; en esta tarjeta se ve cómo va.
reminded-notice = Usted me pidió que volviera a escribirle sobre esto. Si la próxima vez no quiere recibir un mensaje, elija «Desactivar mensajes» en la tarjeta mientras el recordatorio esté pendiente.
stopped-waiting = El recordatorio se ha cancelado, como usted pidió
stopped-waiting-at = Cancelado el { $at }. Puede volver a pedírmelo cuando quiera.
did-shown = mostré el resultado en la tarjeta, sin enviar ningún mensaje
reminded-title = He vuelto a comprobarlo, como usted pidió
reminded-at = Lo comprobé el { $at }; lo que encontré llega en un mensaje aparte
reminded-summary = Usted me pidió que volviera a escribirle
stopped-title = La sincronización se ha detenido, como usted pidió
stopped-at = Detenida el { $at }. Si SharePoint ya ha empezado a recoger su foto, es posible que llegue de todos modos.
outdated = Esta tarjeta ya no está al día. En la más reciente se ve la situación actual.
muted-notice = No le enviaré mensajes sobre esto.
unmuted-notice = Volveré a enviarle un mensaje cuando haya novedades.
ended-why-helpdesk = Recibe este mensaje porque su equipo de soporte inició una sincronización para usted. Si la próxima vez no quiere recibirlo, elija «Desactivar mensajes» en la tarjeta mientras la sincronización esté en curso.
ended-why = Recibe este mensaje porque inició una sincronización. Si la próxima vez no quiere recibirlo, elija «Desactivar mensajes» en la tarjeta mientras la sincronización esté en curso.
history-title = Esto es lo que se ha hecho, por orden cronológico
history-none = Hasta ahora no se ha hecho nada con su foto ni con su perfil.
did = { $at }: { $what }{ $outcome ->
    [none] {""}
   *[other] {" "}– { $outcome }
  }
did-start = usted inició una sincronización
did-stop = usted detuvo el proceso
did-mute = usted desactivó los mensajes
did-unmute = usted activó los mensajes
did-remind = usted pidió un recordatorio
did-ask = pedí a SharePoint que recogiera su foto
did-as_person = solicité en su nombre que SharePoint recogiera su foto
did-republish = volví a subir su foto a Microsoft 365, sin cambios
did-repair = corregí dos opciones de su perfil de SharePoint
did-undo = un administrador deshizo el cambio en su perfil de SharePoint
did-allow = un administrador le permitió empezar antes
did-arrived = vi que su foto había llegado
did-still_stuck = dejé de esperar
did-reminded = volví a comprobarlo, como usted pidió
did-escalated = envié esto al equipo de soporte
did-told = le comuniqué el resultado
did-not_told = no pude comunicarme con usted
outcome-refused = no estaba permitido
outcome-failed = no se completó
outcome-uncertain = no se sabe si se completó
outcome-needless = no era necesario
stuck-diagnostic = Para administradores: diagnóstico de Microsoft para fotos de perfil

not-yours = Esa tarjeta es de otra persona. Pregúnteme «¿Por qué aparece mi foto antigua?» y comprobaré la suya.
no-case = No tengo nada en curso para usted. Pregúnteme «¿Por qué aparece mi foto antigua?» y lo comprobaré.
no-resync-now = Volver a sincronizar no serviría en este momento.

## Answers

welcome-title = Hola, soy Resync
welcome-about = Averiguo por qué en Microsoft 365 aparece una foto de perfil antigua o no aparece ninguna. Si quiere, inicio una sincronización y le aviso aquí cuando la foto nueva haya llegado.
welcome-try = Pregúnteme con sus propias palabras, en { $languages }; por ejemplo, «¿Por qué aparece mi foto antigua?».
welcome-limits = Solo consulto su propia foto y su propio perfil, con los permisos que me ha dado un administrador de su organización.
help-title = Esto es lo que puedo hacer
menu-check = Compruebo su foto y su perfil, y le digo lo que encuentro.
menu-photo_stale = Averiguo dónde se ha quedado atascada su foto y qué puede ayudar.
menu-photo_change = Le digo dónde se cambia su foto y si usted puede hacerlo.
menu-profile_stale = Comparo su perfil con el directorio, campo por campo.
menu-sync_duration = Le digo cuánto tarda, en general y en su situación.
menu-resync = Le muestro lo que voy a hacer y usted decide.
menu-status = Le digo cómo va su sincronización o su caso.
menu-tickets = Le muestro sus casos de soporte.
menu-helpdesk = Envío su pregunta a soporte, con todo lo que he encontrado.
menu-contact = Le digo cómo ponerse en contacto con soporte y qué información facilitar.
menu-language = Le digo qué idiomas hablo y usted elige uno.
menu-privacy = Le digo qué guardo sobre usted. Puede obtener una copia o pedir que se borre.
menu-help = Le muestro todo lo que puedo hacer.
welcome-summary = Hola, soy Resync
team-welcome = Soy Resync. Ayudo cuando una foto de perfil es antigua o no aparece. Escríbame en un chat personal: allí puedo comprobar su propia foto.
team-added = Añadido por:
personal-only = Lo que averiguo sobre una foto es personal. Pregúnteme en un chat personal, por favor.
no-identity = Teams no me ha indicado quién es usted, así que no puedo comprobar su foto. Escríbame desde su propia cuenta de trabajo y lo haré.

change-title = Cómo cambiar su foto
change-how = Abra Microsoft 365 en la web, seleccione su foto o sus iniciales en la esquina superior derecha y, después, la cámara. En Teams, seleccione su foto o sus iniciales y, después, otra vez la misma imagen.
change-size = Use un archivo JPEG o PNG de 4 MB como máximo.
change-after = Suele verse en todas partes en el plazo de un día; a veces tarda hasta tres. Si no es así, escríbame.

duration-title = Cuánto tarda
duration-photo = Una foto nueva suele llegar a SharePoint en el plazo de un día, y a veces tarda hasta tres. SharePoint recoge una foto solo cuando alguien lo solicita, y como máximo una vez cada 24 horas.
duration-profile = En cuanto a nombres, puestos y departamentos, depende de cuántos cambios haya en la cola: si son pocos, llegan mucho antes; si son muchos, tardan más.
duration-apps = Teams, Outlook y los navegadores guardan sus propias copias. Outlook actualiza la libreta de direcciones aproximadamente una vez al día; para la versión actual de Teams no se ha publicado ningún plazo.

explain-title = Cómo funciona
explain-photo = Su foto se guarda en Microsoft 365. SharePoint hace copias de ella en tres tamaños, pero solo cuando se solicita: normalmente, cuando usted abre su propia página de SharePoint. Si nadie lo solicita, se queda la foto antigua. Para que se muestre la foto correcta hay que iniciar una sincronización de fotos, y en eso le ayudo yo.
explain-profile = Los nombres, los puestos y los departamentos proceden del directorio de su organización y se copian automáticamente a intervalos regulares.
own-title = En su situación
own-pulled = SharePoint recogió una foto suya por última vez el { $at }.

profile-change-title = Cómo editar su perfil
profile-change-how = Delve se retiró el 16 de diciembre de 2024. Abra su propia tarjeta de perfil (por ejemplo, busque su nombre en Microsoft 365 y selecciónelo en Personas) y elija el botón para actualizar su perfil.
profile-change-limits = Su nombre, puesto, departamento, responsable y teléfono del trabajo no se pueden editar allí: proceden del directorio de su organización.
profile-change-after = Un cambio en su tarjeta de perfil puede tardar hasta dos días en verse en todas partes.

status-none = No hay ninguna sincronización en curso para usted.

helpdesk-title = Su equipo de soporte
helpdesk-case = Su número de referencia es { $case }. Indíquelo al equipo de soporte.
helpdesk-found = Para el equipo de soporte: { $found }
helpdesk-nocase = Si primero me dice qué ocurre, puedo darle lo que encuentre para que lo comparta con el equipo de soporte.
helpdesk-contact = Puede ponerse en contacto con el equipo de soporte aquí: { $contact }
helpdesk-nocontact = Póngase en contacto con el equipo de soporte de su organización por la vía habitual.

thanks = De nada.
privacy-title = Qué guardo sobre usted
privacy-account = El identificador de su cuenta, cómo comunicarme con usted en Teams, sus idiomas y su zona horaria: mientras tenga esta aplicación y { $days } días más.
privacy-case = Lo que he encontrado sobre su foto y su perfil, la última vez el { $at }: hasta { $days } días después de su última pregunta.
privacy-fingerprints = { $count ->
    [one] Un código de control de su foto o de su perfil, con el que veo si algo ha cambiado. Lo guardo hasta { $days } días después de haber visto la foto o el perfil así por última vez. En él no se ven ni la foto ni los textos.
   *[other] { $count } códigos de control de su foto y de su perfil, con los que veo si algo ha cambiado. Guardo cada uno hasta { $days } días después de haber visto la foto o el perfil así por última vez. En ellos no se ven ni la foto ni los textos.
  }
privacy-log = { $count ->
    [one] Un registro de lo que se ha hecho por usted, con una línea por ahora. Guardo cada línea durante { $days } días.
   *[other] Un registro de lo que se ha hecho por usted, con { $count } líneas desde el { $since }. Guardo cada línea durante { $days } días.
  }
privacy-tickets = { $count ->
    [one] Un caso de soporte, con todo lo que se ha encontrado y escrito: hasta { $days } días después de su cierre.
   *[other] { $count } casos de soporte, con todo lo que se ha encontrado y escrito: cada uno hasta { $days } días después de su cierre.
  }
privacy-chat = Lo último que hemos escrito aquí, durante un día, para poder adjuntarlo a un caso.
privacy-rated = Qué respuestas mías ha valorado y qué ha escrito al hacerlo, durante { $days } días.
privacy-answers = Qué respuestas le he dado para que pueda valorarlas, durante { $days } días.
privacy-repeats = Mis últimas respuestas, durante un día, para que nada se haga dos veces si Teams repite un mensaje.
privacy-sign-in = Su inicio de sesión, cifrado para que solo yo pueda usarlo, hasta el { $at }. Escriba «cerrar sesión» y lo borraré antes.
privacy-work = Lo que ha hecho como miembro del equipo de soporte, junto con los casos de otras personas.
privacy-photos = Junto con un caso de soporte, guardo también copias pequeñas de sus fotos, porque así lo ha decidido su organización.
privacy-misses = Cuando no entiendo un mensaje, también lo guardo, sin nombres, direcciones ni números, para que un administrador pueda ver qué debo aprender. No se guarda junto con su cuenta.
privacy-where = Todo esto está en la base de datos de su propia organización, que gestiona su administrador.
privacy-page = Qué dice su organización sobre la privacidad
privacy-personal-only = Lo que guardo sobre usted es solo para usted. Pregúnteme en un chat personal, por favor.
export-summary = Una copia de todo lo que guardo sobre usted
export-offered = Su archivo está listo. Teams le pregunta ahora si puedo dejarlo en su OneDrive. Puede responder durante una hora.
export-declined = No he dejado el archivo en ningún sitio. Puede elegir «Exportar mis datos» cuando quiera.
export-outdated = Esa pregunta ya tiene respuesta o tiene más de una hora. Elija «Exportar mis datos» y prepararé un archivo nuevo.
export-failed = No se ha podido dejar el archivo en su OneDrive. Vuelva a intentarlo dentro de unos minutos. Si vuelve a ocurrir, el equipo de soporte puede encargarse de que se lo preparen.
export-not-here = En esta versión de Teams no puedo enviar archivos. Un administrador puede preparar el archivo; el equipo de soporte puede encargarse de ello.
export-done-summary = Su archivo está en su OneDrive
forget-title = ¿Quiere que olvide sus datos?
forget-goes = Borraré entonces lo que guardo sobre usted: cómo comunicarme con usted, sus idiomas, lo que he encontrado, los códigos de control, sus valoraciones y lo que hemos escrito aquí.
forget-sign-in = También borro su inicio de sesión. En Teams, su sesión sigue abierta.
forget-resync = La sincronización que está en curso se detiene, y no recibirá más noticias mías sobre ella.
forget-waiting = No recibirá entonces el recordatorio que pidió.
forget-tickets = Sus casos de soporte se conservan hasta { $days } días después de su cierre. Si alguno sigue abierto, se retira.
forget-log = El registro conserva lo que se ha hecho, pero ya no para quién.
forget-elsewhere = No puedo borrar lo que hay en este chat ni lo que contienen otros sistemas del equipo de soporte.
forget-outdated = Esa pregunta ya tiene respuesta o tiene más de una hora. Por eso se lo pregunto de nuevo.
forgotten-title = He olvidado sus datos
forgotten-stays = Sus casos de soporte se conservan hasta { $days } días después de su cierre.
forgotten-again = Si vuelve a escribirme, empezaremos de nuevo.
language = Respondo en el idioma en el que usted escribe: { $languages }.
language-now = Cuando un mensaje no me permite saber el idioma, respondo en este: { $language }.
unknown-title = No he entendido su mensaje
unknown-how = Puedo ayudar con las fotos de perfil y los perfiles de Microsoft 365. Elija una de estas opciones o pregunte con otras palabras.
between-title = ¿A qué se refiere?
failed-title = Algo ha fallado por mi parte
failed-how = No es culpa suya. Vuelva a intentarlo dentro de un momento.
pending = Todavía lo estoy comprobando. La respuesta aparecerá aquí en un momento.
case-number = Referencia { $case }
next-label = Próximos pasos

## Buttons of a case at the helpdesk

action-file = Enviar a soporte
action-tickets = Mis casos
action-ticket = Caso { $number }
action-comment = Enviar
action-withdraw = Retirar el caso
action-reopen = No, revisar de nuevo
action-reopen-ended = Reabrir el caso
action-solved = Sí, está resuelto
action-rate = Enviar mi respuesta
action-hush = Desactivar mensajes
action-unhush = Activar mensajes
action-work = Atender este caso
action-more = Más
action-take = Tomar el caso
action-assign = Asignar
action-reply = Responder
action-question = Pedir información
action-note = Nota interna
action-resolve = Resolver
action-reopen_for = Reabrir
action-diagnose = Volver a comprobar
action-resync_for = Iniciar sincronización
action-allow_for = Anular la espera
action-undo_for = Deshacer la corrección
action-send = Enviar
action-back-to-case = Atrás
action-ask-tickets = Mis casos

## A case at the helpdesk, as the person sees it

form-title = Pregunte a su equipo de soporte
form-about = Envío también lo que he encontrado y probado, y nuestros últimos mensajes de este chat. Recibirá un número de caso de inmediato. No escriba contraseñas, por favor: lo que parezca una contraseña se omite.
field-words = ¿Cuál es el problema?
field-tried = ¿Qué ha probado ya?
field-priority = ¿Qué urgencia tiene?
field-contact = ¿Cómo puede comunicarse con usted el equipo de soporte, si no es por aquí?
field-text = Mensaje
field-rating = ¿Cómo valora la ayuda recibida?
field-reason = ¿Cómo ha terminado?
field-agent = ¿A quién?
field-language = Idioma
field-empty = Falta este dato. Complételo, por favor.
field-too-long = El texto es demasiado largo para enviarlo: tiene { $length } caracteres y el máximo es { $most }. Acórtelo, por favor; no se ha perdido nada.
priority-low = Puede esperar
priority-normal = Normal
priority-high = Urgente
tried-resync = Inicié una sincronización el { $at }.
ticket-open = Caso { $number } en su equipo de soporte
ticket-waiting = Caso { $number }: su equipo de soporte tiene una pregunta
ticket-resolved = El caso { $number } está resuelto
ticket-withdrawn = El caso { $number } se ha retirado
ticket-passed-on = Su equipo de soporte recibe el caso con todo lo que he encontrado. La respuesta llegará aquí.
ticket-kept = El sistema del equipo de soporte no está disponible en este momento. He guardado su caso y lo enviaré en cuanto sea posible.
ticket-with = { $name } está trabajando en su caso.
ticket-waits-for-you = Su equipo de soporte espera su respuesta.
ticket-resolved-at = Resuelto el { $at }.
ticket-withdrawn-at = Retirado el { $at }.
ticket-already = Ya tiene el caso { $number } sobre esto. Puede agregar información aquí.
ticket-about = Abierto el { $at }{ $words ->
    [none] {""}
   *[other] : { $words }
  }
ticket-moved-on = Este caso ha cambiado entretanto. Esta es la situación actual.
ticket-sent = He enviado esto a su equipo de soporte.
ticket-solved-question = ¿Está resuelto?
ticket-why = Recibe este mensaje por su caso { $number }. Si no quiere recibir más mensajes sobre él, elija «Desactivar mensajes» en la tarjeta.
ticket-muted = No le envío mensajes sobre este caso; en esta tarjeta se ve cómo va.
ticket-reply-summary = Su equipo de soporte ha respondido
ticket-question-summary = Su equipo de soporte tiene una pregunta
ticket-resolved-summary = Su caso está resuelto
ticket-reopened-summary = Su caso vuelve a estar abierto
ticket-resynced-summary = Novedades sobre su caso
ticket-allowed-summary = Novedades sobre su caso
rating-thanks = Gracias por su respuesta.
rating-1 = Muy mala
rating-2 = Mala
rating-3 = Ni buena ni mala
rating-4 = Buena
rating-5 = Muy buena
spoken = { $who } · { $at } · { $what }
by-person = { $name ->
    [none] Usted
   *[other] { $name }
  }
by-helpdesk = { $name ->
    [none] El equipo de soporte
   *[other] { $name } (soporte)
  }
by-bot = Resync
spoke-comment = mensaje
spoke-reply = respuesta
spoke-question = pregunta
spoke-resolved = caso resuelto
spoke-reopened = caso reabierto
spoke-withdrawn = caso retirado
spoke-resynced = se ha iniciado una sincronización
spoke-allowed = se puede iniciar una sincronización de inmediato
tickets-title = Sus casos
tickets-none = No tiene ningún caso de soporte.
tickets-line = { $number } · { $status } · { $at }
status-open = abierto
status-waiting = a la espera de respuesta
status-resolved = resuelto
status-withdrawn = retirado
not-your-ticket = Ese caso es de otra persona, así que no puedo mostrárselo. Escriba «mis casos» para ver los suyos.
too-many-tickets = Hoy ya no se pueden abrir más casos a su nombre. Puede agregar información a un caso que ya tenga o abrir uno nuevo mañana. Si es urgente:
too-many-comments = No puedo enviar tantos mensajes en una hora. Espere un poco, por favor, y envíe después el resto.

## A case, as the helpdesk sees it

case-title = Caso { $number }: { $what }
verdict-missing_at_source = sin foto en Microsoft 365
verdict-blocked_by_policy = la persona no puede cambiar su foto por sí misma
verdict-stuck = SharePoint va con retraso
verdict-cache = se ve una copia anterior
verdict-could_not_see = no se ha podido ver todo
verdict-not_due_yet = todavía dentro del plazo normal
verdict-incident = un problema conocido de Microsoft
verdict-ok = todo está en orden
verdict-none = una pregunta sobre la foto o el perfil
case-status = Estado
case-agent = A cargo de
case-nobody = nadie todavía
case-priority = Urgencia
case-words = Problema
case-tried = Ya probado
case-contact = Contacto
case-rating = Valoración
case-muted = La persona no quiere recibir mensajes sobre el caso; lo que usted responda aparecerá en la tarjeta de su chat.
case-diagnostic = Diagnóstico de Microsoft «{ $name }» para
case-opened = Fecha de apertura
case-reason = Resultado
case-confirmed = Resuelto, según la persona
case-at = También en
case-desk-down = { $desk } no está disponible o lo rechaza ({ $code }). Sigo intentándolo.
confirmed-yes = sí
confirmed-no = no
reason-fixed = Se ha reparado
reason-explained = Se ha explicado
reason-not_ours = No corresponde a este equipo de soporte
reason-duplicate = Hay otro caso sobre lo mismo
form-reply = Respuesta al caso { $number }
form-question = Pregunta sobre el caso { $number }
form-note = Nota interna sobre el caso { $number }
form-resolve = Resolver el caso { $number }
form-assign = Asignar el caso { $number }
form-reply-about = La persona lo leerá en su chat conmigo.
form-question-about = La persona lo leerá en su chat conmigo. El caso queda a la espera de la respuesta.
form-note-about = Solo lo lee el equipo de soporte.
form-resolve-about = La persona leerá el mensaje y se le preguntará si está resuelto.
form-assign-about = Elija a alguien del equipo de soporte.
line-taken = { $name } se ha hecho cargo de este caso.
line-assigned = { $name } ha asignado este caso a { $text }.
line-reply = { $name } responde a la persona:
line-question = { $name } pregunta a la persona:
line-note = Nota interna de { $name }:
line-resolved = { $name } ha resuelto este caso.
line-reopened = { $side ->
    [person] La persona afectada, { $name }, ha reabierto este caso.
   *[other] { $name } ha reabierto este caso.
  }
line-comment = La persona afectada, { $name }:
line-withdrawn = La persona afectada, { $name }, ha retirado este caso.
line-confirmed = La persona dice que está resuelto.
line-rated = Así valora la persona la ayuda recibida: { $text }.
line-diagnosed = { $name } ha vuelto a comprobarlo. El resultado:
line-resynced = { $name } ha iniciado una sincronización para la persona.
line-allowed = { $name } ha anulado el tiempo de espera: la persona puede iniciar una sincronización de inmediato.
line-undone = { $name } ha deshecho la corrección de las opciones de la foto.
line-arrived = La foto ha llegado a SharePoint.
line-desk_down = { $text } no está disponible o rechaza este caso. Sigo intentándolo.
line-desk_up = { $text } ya tiene este caso.
line-not_delivered = El último mensaje no ha llegado a la persona: Teams no lo ha aceptado.{ $text ->
    [later] {" "}Lo recibirá cuando vuelva.
   *[other] {""}
  }
line-maybe_delivered = No se sabe si el último mensaje ha llegado a la persona. Está en la tarjeta del caso, en su chat.
line-reachable = Ya es posible comunicarse de nuevo con la persona.
line-summary = Novedades sobre el caso { $number }
line-left_out = Un sistema de soporte no acepta una de las entradas de aquí ({ $text }). Solo figura en este hilo.
line-stuck = Una sincronización ha terminado sin que la foto haya llegado.
line-due = El plazo para la primera respuesta vence pronto.
line-overdue = El plazo para la primera respuesta ha vencido.
line-somebody = Alguien del equipo de soporte
found-recent = Los casos más recientes
found-unassigned = Casos de los que nadie se ha hecho cargo
found-mine = Sus casos abiertos
found-find = Esto es lo que he encontrado
found-none = No hay casos que coincidan.
found-line = { $number } · { $status } · { $at } · { $name }
desk-none = Todavía no se ha configurado quién forma parte del equipo de soporte, así que no se ha hecho nada. Un administrador puede hacerlo en mi configuración.
desk-elsewhere = Los casos se atienden en el canal propio del equipo de soporte.
desk-members-only = Solo los miembros del equipo de soporte pueden hacer esto.
desk-unknown = Ahora mismo no he podido ver quién forma parte del equipo de soporte, así que no se ha hecho nada. Vuelva a intentarlo dentro de un momento.
desk-taken = Este caso ya está a cargo de { $name }.
desk-moved-on = Este caso ha cambiado entretanto, así que eso no se ha hecho. El estado actual es: { $status }.
desk-done = Hecho.
desk-yours = Este caso está a su cargo.
desk-reply = Su respuesta se está enviando a la persona.
desk-question = Su pregunta se está enviando a la persona.
desk-note = La nota se ha guardado.
desk-resolved = El caso está resuelto.
desk-not-an-agent = Esta persona no forma parte del equipo de soporte. Elija a alguien que pertenezca a él.
desk-other-open = La persona ya tiene abierto el caso { $number } sobre esto.
desk-nothing-changed = No ha cambiado nada.
desk-no-resync = Volver a sincronizar no serviría en este momento ({ $found }).
desk-resync-runs = Ya hay una sincronización en curso para esta persona.
desk-no-limit = No hay ningún tiempo de espera para esta persona.
desk-undo-needless = No hay ninguna corrección que deshacer.
desk-undo-refused = SharePoint lo ha rechazado porque me falta un permiso. Un administrador puede dármelo.
desk-undo-failed = SharePoint no lo ha aceptado. Vuelva a intentarlo dentro de unos minutos.
desk-undo-uncertain = SharePoint no ha respondido. Vuelva a intentarlo: solo se escribe lo que sea diferente.
desk-write-instead = Su versión de Teams solo muestra mis botones en parte. En lugar de usarlos, mencióneme aquí en el hilo y escriba «tomar», «responder» y su texto, «pregunta», «nota» o «resolver».
desk-assigned = El caso está asignado.
desk-allowed = El tiempo de espera está anulado: la persona puede iniciar una sincronización de inmediato.
desk-resynced = Hay una sincronización en curso para la persona.
desk-undone = Las opciones vuelven a tener los valores de antes.
desk-reopened = El caso vuelve a estar abierto.
desk-say-what = Escríbalo en un solo mensaje, por favor: la palabra y, a continuación, su texto.
desk-which = Escriba esto en el hilo de un caso.
desk-help-title = Así ayudo al equipo de soporte
desk-help = Cada caso tiene aquí una tarjeta y un hilo. Mencióneme y escriba «recientes», «sin asignar», «míos», un número de caso o «buscar» y algunas palabras. En el hilo de un caso, escriba «tomar», «responder», «pregunta», «nota» o «resolver» y, a continuación, su texto. Escriba «estado» para ver qué tiene mi instalación y qué le falta.
command-setup = configurar soporte, configurar el soporte, configurar equipo de soporte, configurar el equipo de soporte, configurar helpdesk, set up helpdesk, setup helpdesk
command-recent = recientes, reciente, más recientes, mas recientes, últimos, ultimos, nuevos, recent, newest, latest
command-unassigned = sin asignar, no asignados, libres, unassigned
command-mine = míos, mios, mis casos, mine, my cases
command-find = buscar, busca, busque, busco, encontrar, caso, find, search, case
command-take = tomar, tomo, lo tomo, asumir, asumo, me encargo, take
command-reply = responder, responde, respuesta, contestar, contesta, reply, answer
command-question = pregunta, preguntar, pedir información, pedir informacion, question, ask
command-note = nota interna, nota, anotar, note
command-resolve = resolver, resuelto, resuelve, cerrar, cierra, resolve, close
command-health = estado, comprobar, health
health-well = Tengo todo lo que necesito.
health-ill = Esto falta o no funciona:
health-attention = Esto funciona, pero requiere atención:
health-useful = Esto sería útil, pero falta:
health-rest = En orden:
credential-ends = La credencial con la que inicio sesión en Microsoft 365 caduca el { $at }. A partir de entonces no podré ver ni escribir nada. Pida a un administrador que la sustituya antes; «python app.py check» indica cómo.
sign-in-why = Para comprobar su foto y su perfil, necesito su inicio de sesión: así veo lo mismo que usted, y nada más. Normalmente, Teams inicia sesión por usted automáticamente. Si no ocurre nada, vuelva a preguntarme y le responderé con lo que pueda ver sin él.
signed-out = Ya no guardo su inicio de sesión. En Teams, su sesión sigue abierta.
signed-out-already = No guardo ningún inicio de sesión suyo. No tiene que hacer nada.
command-sign-out = cerrar sesión, cerrar sesion, cerrar mi sesión, cerrar mi sesion, cerrar la sesión, cierra sesión, cierra mi sesión, cierre mi sesión
command-forget = olvídame, olvidame, olvídeme, olvideme, olvidarme, borra mis datos, borre mis datos, borrar mis datos, elimina mis datos, elimine mis datos, eliminar mis datos
command-export = exporta mis datos, exporte mis datos, exportar mis datos, descargar mis datos, envíame mis datos, envíeme mis datos
setup-done = A partir de ahora, este canal es el del equipo de soporte: cada caso tendrá aquí una tarjeta.
setup-elsewhere = Escriba esto en el canal que vaya a usar el equipo de soporte.
setup-fixed = Un administrador decide en mi configuración qué canal es el del equipo de soporte, así que no puedo cambiarlo aquí.
setup-not-wanted = Primero, un administrador tiene que agregar «channel» a los sistemas de soporte en mi configuración.

## What was done by the helpdesk, and what was refused

did-start_for = el equipo de soporte inició una sincronización para usted
did-allow_for = el equipo de soporte le permitió empezar antes
did-undo_for = el equipo de soporte deshizo el cambio en su perfil de SharePoint
did-refused = se usó un botón o un comando que es para otra persona; no se hizo nada
did-asked = usted preguntó por su foto o su perfil
